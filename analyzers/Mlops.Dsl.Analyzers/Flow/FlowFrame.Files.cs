using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a stage writes into its files. Which file a writer writes to is not followed: a file that the context gives out may hold anything
/// that was written.
/// </summary>
internal sealed partial class FlowFrame
{
    // Angle brackets, because no member of the user's can have them.
    private const string WrittenFiles = "<files>";

    private static readonly object Files = new();

    private Dictionary<ISymbol, IOperation>? _wrapped;

    /// <summary>Files what is written by the call of a library.</summary>
    private void Write(IMethodSymbol method, FlowValue written, ImmutableArray<FlowArgument> arguments)
    {
        if ((written.All & ~Mark.Ends) != Mark.None && (Writes(method) || (written.Has(Mark.OwnPlace) && OwnFiles.Puts(method))))
        {
            Write(written);
            foreach (var target in arguments.Where(static argument => Writers.Are(argument.Parameter.Type)))
            {
                Store(target.Operation, FlowValue.Of(written.All & ~Mark.Ends), isWhole: false);
            }
        }
    }

    /// <summary>
    /// Remembers what a writer that is put into a local writes into: a stream or a builder in another local, which then holds what is
    /// written.
    /// </summary>
    private void Wrap(IOperation target, IOperation value)
    {
        var arguments = Texts.Unconverted(value) switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation { Instance: null } call when Writers.Are(call.Type) => call.Arguments,
            _ => [],
        };
        if (target is not ILocalReferenceOperation { Local: var writer })
        {
            return;
        }

        var buffer =
            arguments.FirstOrDefault(static argument => IsBuffer(argument.Value)) is { Value: { } written } ? Texts.Unconverted(written)
            : IsOwn(writer.Type)
                ? arguments.Select(static argument => Filled(argument.Value)).FirstOrDefault(static filled => filled is not null)
            : null;
        if (buffer is not null)
        {
            _wrapped ??= new(SymbolEqualityComparer.Default);
            _wrapped[writer] = buffer;
        }
    }

    /// <summary>The array that an object of the user's own is made with, to fill it: as such, or by a view of it.</summary>
    private static IOperation? Filled(IOperation argument) =>
        argument switch
        {
            IConversionOperation conversion => Filled(conversion.Operand),
            IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory", Arguments: [{ Value: { } viewed }, ..] } => Filled(viewed),
            IObjectCreationOperation { Arguments: [{ Value: { } viewed }, ..] } view when IsView(view.Type) => Filled(viewed),
            ILocalReferenceOperation or IParameterReferenceOperation when argument.Type is IArrayTypeSymbol || IsView(argument.Type) =>
                argument,
            _ => null,
        };

    private static bool IsOwn(ITypeSymbol type) => type.Locations.Any(static location => location.IsInSource);

    private void StoreWrapped(ILocalSymbol writer, FlowValue value)
    {
        if (
            _wrapped is not null
            && _wrapped.TryGetValue(writer, out var buffer)
            && (value.All & Kept(writer.Type)) is var written
            && written != Mark.None
        )
        {
            Store(buffer, FlowValue.Of(written), isWhole: false);
        }
    }

    /// <summary>
    /// What gets from a writer into what it writes to. An object that is no mere view may keep, and do, a lot more with an array.
    /// </summary>
    private static Mark Kept(ITypeSymbol writer) =>
        IsOwn(writer) && !writer.IsRefLikeType ? Mark.Sensitive | Mark.Label : Mark.Any & ~Mark.Ends;

    private static bool IsBuffer(IOperation argument) =>
        Texts.Unconverted(argument) is ILocalReferenceOperation or IParameterReferenceOperation
        && (Writers.Are(argument.Type) || argument.Type?.Name is "StringBuilder");

    /// <summary>Files what a helper has written.</summary>
    private void WriteBy(ITypeSymbol? writer, FlowValue written)
    {
        if ((written.All & ~Mark.Ends) != Mark.None && IsWriter(writer))
        {
            Write(written);
        }
    }

    /// <summary>What a file holds that the body makes an artifact of: whatever was written.</summary>
    private FlowValue Written() =>
        (_body.Method?.Parameters ?? [])
            .Concat(_body.Captured.OfType<IParameterSymbol>())
            .Where(static p => p.Type.IsLanguageType("StageContext"))
            .Aggregate(_state[Files], (all, context) => all.Join(_state[context].Member(WrittenFiles)));

    private void Write(FlowValue written)
    {
        _state.Join(Files, FlowValue.Of(written.All & ~Mark.OwnPlace & ~Mark.Ends));
        foreach (
            var context in (_body.Method?.Parameters ?? [])
                .Concat(_body.Captured.OfType<IParameterSymbol>())
                .Where(static p => p.Type.IsLanguageType("StageContext"))
        )
        {
            var files = _state[context]
                .WithMember(
                    WrittenFiles,
                    _state[context].Member(WrittenFiles).Join(FlowValue.Of(written.All & ~Mark.OwnPlace & ~Mark.Ends))
                );
            Set(context, files, isWhole: false);
            Set(new ObjectOf(context), files, isWhole: false);
        }
    }

    private static bool Writes(IMethodSymbol method) =>
        (method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal))
            && (method.ContainingType.Name == "File" || IsWriter(method.ContainingType))
        || (
            method.Name.StartsWith("Serialize", StringComparison.Ordinal)
            && method.Parameters.Any(static parameter => IsWriter(parameter.Type))
        );

    private static bool IsWriter(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Stream" or "TextWriter" or "BinaryWriter" or "Utf8JsonWriter" or "XmlWriter" })
            {
                return true;
            }
        }

        return false;
    }
}
