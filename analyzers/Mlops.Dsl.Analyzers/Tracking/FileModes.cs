using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Tells from the mode and access given whether an opened file is written.</summary>
internal static class FileModes
{
    /// <summary>
    /// Whether a call that opens a file may write to it. An access that is given decides; else the mode: one that creates, truncates or appends writes, and
    /// plain <c>Open</c> is meant to read.
    /// </summary>
    public static bool Writes(IOperation operation)
    {
        var values = Values(operation).Where(static value => value.Type?.TypeKind == TypeKind.Enum).ToList();
        var access = values.Find(static value => value.Type!.Name is "FileAccess" or "MemoryMappedFileAccess");
        if (access is { ConstantValue: { HasValue: true, Value: int given } })
        {
            // FileAccess.Read is 1, MemoryMappedFileAccess.Read is 1, ReadExecute is 4.
            return access.Type!.Name == "FileAccess" ? (given & 2) != 0 : given is 0 or 2;
        }

        return values.Exists(static value => value.Type!.Name switch
        {
            // Of FileMode, only Open is 3; of ZipArchiveMode, Read is 0.
            "FileMode" => value.ConstantValue is { HasValue: true, Value: not 3 },
            "ZipArchiveMode" => value.ConstantValue is { HasValue: true, Value: not 0 },
            _ => false,
        });
    }

    /// <summary>The arguments, and what an options object that is created among them is initialized with.</summary>
    private static IEnumerable<IOperation> Values(IOperation operation)
    {
        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var argument in arguments.Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            foreach (var value in Given(argument.Value, operation))
            {
                yield return value;
                foreach (var assignment in (value as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
                {
                    yield return assignment.Value;
                }
            }
        }
    }

    /// <summary>What a local or a field stands for.</summary>
    private static IEnumerable<IOperation> Given(IOperation value, IOperation operation) => value switch
    {
        ILocalReferenceOperation { Local: { } local } => Assigned(local, operation),
        IMemberReferenceOperation { ConstantValue.HasValue: false, Member: var member } when Initializers.Of(member, operation.SemanticModel) is { } initial => [Unconverted(initial)],
        _ => [value],
    };

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;

    /// <summary>What the body around assigns to a local, and to properties of the object in it.</summary>
    private static IEnumerable<IOperation> Assigned(ILocalSymbol local, IOperation within)
    {
        while (within.Parent is { } parent)
        {
            within = parent;
        }

        foreach (var step in within.Descendants())
        {
            if (step is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                if (declarator.GetVariableInitializer()?.Value is { } initial)
                {
                    yield return initial;
                }
            }
            else if (step is ISimpleAssignmentOperation { Target: { } target } assignment
                && ((target as IPropertyReferenceOperation)?.Instance ?? target) is ILocalReferenceOperation { Local: { } assigned } && SymbolEqualityComparer.Default.Equals(assigned, local))
            {
                yield return assignment.Value;
            }
        }
    }
}
