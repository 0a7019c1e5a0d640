using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Recognises calls of libraries that write into a file, by what is known of the stream or writer that they write to.</summary>
internal static class FileDisclosure
{
    /// <summary>What a call writes into a file; null if it writes into none.</summary>
    public static IEnumerable<FlowArgument>? Of(FlowCall call)
    {
        var method = call.Method;
        if (method.MethodKind != MethodKind.Ordinary || method.Locations.Any(static location => location.IsInSource))
        {
            return null;
        }

        if (call.Instance is not null && Writes(method.Name) && IsFile(call, method))
        {
            return call.Arguments;
        }

        return call.Arguments.FirstOrDefault(argument => argument.Value.Has(Mark.File) && IsTarget(argument, method)) is { } target
            ? Instance(call, target).Concat(call.Arguments.Where(argument => argument != target))
            : null;
    }

    /// <summary>A writer of files, of which nothing is known, counts as one.</summary>
    private static bool IsFile(FlowCall call, IMethodSymbol method) =>
        call.Instance!.Has(Mark.File)
        || (
            !call.Instance.Has(Mark.Unkept | Mark.Console)
            && (
                method.ContainingType.Name is "StreamWriter" or "BinaryWriter" or "FileStream"
                || (call.Operation as IInvocationOperation)?.Instance?.Type?.Name is "StreamWriter" or "FileStream"
            )
        );

    private static bool Writes(string name) =>
        name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Append", StringComparison.Ordinal);

    private static bool IsTarget(FlowArgument argument, IMethodSymbol method) =>
        Writers.Are(argument.Parameter.Type)
        || (argument.Parameter.Type.Name is "Span" or "Memory" && method.Name is "CopyTo" or "TryCopyTo" or "GetBytes" or "TryGetBytes");

    private static IEnumerable<FlowArgument> Instance(FlowCall call, FlowArgument target) =>
        call is { Instance: { } instance, Operation: IInvocationOperation { Instance: { } operation } }
            ? [new FlowArgument(target.Parameter, operation, instance)]
            : [];
}
