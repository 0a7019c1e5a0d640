using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What writers in locals write into: a stream, a builder or an array in another local, which then holds what is written.
/// </summary>
/// <param name="context">Stores what is written.</param>
internal sealed class WriterBuffers(FrameContext context)
{
    private Dictionary<ISymbol, IOperation>? _buffers;

    /// <summary>Remembers what a writer that is put into a local writes into.</summary>
    public void Add(IOperation target, IOperation value)
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
            _buffers ??= new(SymbolEqualityComparer.Default);
            _buffers[writer] = buffer;
        }
    }

    /// <summary>Puts what was written with a writer into what it writes into.</summary>
    public void Write(ILocalSymbol writer, FlowValue value)
    {
        if (
            _buffers is not null
            && _buffers.TryGetValue(writer, out var buffer)
            && (value.All & Kept(writer.Type)) is var written
            && written != Mark.None
        )
        {
            context.Store(buffer, FlowValue.Of(written), isWhole: false);
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

    /// <summary>The array that an object of the user's own is made with, to fill it: as such, or by a view of it.</summary>
    private static IOperation? Filled(IOperation argument) =>
        argument switch
        {
            IConversionOperation conversion => Filled(conversion.Operand),
            IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory", Arguments: [{ Value: { } viewed }, ..] } => Filled(viewed),
            IObjectCreationOperation { Arguments: [{ Value: { } viewed }, ..] } view when Views.Are(view.Type) => Filled(viewed),
            ILocalReferenceOperation or IParameterReferenceOperation when argument.Type is IArrayTypeSymbol || Views.Are(argument.Type) =>
                argument,
            _ => null,
        };

    private static bool IsOwn(ITypeSymbol type) => type.Locations.Any(static location => location.IsInSource);
}
