using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Tells from the mode and access given whether an opened file is written.</summary>
internal static class FileModes
{
    /// <summary>
    /// Whether a call that opens a file may write to it. An access that is given decides; else the mode: one that creates, truncates or
    /// appends writes, and plain <c>Open</c> is meant to read.
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

        return values.Exists(static value =>
            value.Type!.Name switch
            {
                // Of FileMode, only Open is 3; of ZipArchiveMode, Read is 0.
                "FileMode" => value.ConstantValue is { HasValue: true, Value: not 3 },
                "ZipArchiveMode" => value.ConstantValue is { HasValue: true, Value: not 0 },
                _ => false,
            }
        );
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
                foreach (
                    var assignment in (value as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                        ?? []
                )
                {
                    yield return assignment.Value;
                }
            }
        }
    }

    private static IEnumerable<IOperation> Given(IOperation value, IOperation call) =>
        value switch
        {
            ILocalReferenceOperation { Local: { } local } => Assigned(local, call).SelectMany(assigned => Made(assigned).Prepend(assigned)),
            _ => Made(value).Prepend(value),
        };

    /// <summary>The options objects that a helper makes, or what a field or property begins with.</summary>
    private static IEnumerable<IOperation> Made(IOperation value) =>
        value switch
        {
            IInvocationOperation { Type.Name: "FileStreamOptions" } call => CalledBody.Of(call, CancellationToken.None) is { } body
                ? CalledBody.Results(body).Select(Unconverted)
                : [],
            IMemberReferenceOperation { ConstantValue.HasValue: false } member => CalledBody.InitialValue(member, CancellationToken.None)
                is { } initial
                ? [Unconverted(initial)]
                : [],
            _ => [],
        };

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;

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
            else if (
                step is ISimpleAssignmentOperation { Target: { } target } assignment
                && ((target as IPropertyReferenceOperation)?.Instance ?? target) is ILocalReferenceOperation { Local: { } assigned }
                && SymbolEqualityComparer.Default.Equals(assigned, local)
            )
            {
                yield return assignment.Value;
            }
        }
    }
}
