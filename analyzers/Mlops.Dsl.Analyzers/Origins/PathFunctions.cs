using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Functions of the framework on paths, texts and options, by what their result begins with.</summary>
internal static class PathFunctions
{
    /// <summary>What a function makes of the origins of its arguments; null if it is none that is known.</summary>
    public static Func<ImmutableArray<Origin>, Origin>? Find(IMethodSymbol method) =>
        method.ContainingType switch
        {
            { Name: "Path", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } } => OfPath(method),
            { Name: "Options", ContainingNamespace: { Name: "Options", ContainingNamespace.Name: "Extensions" } }
                when method.Name == "Create" => static _ => new Origin.Temporary(),
            { SpecialType: SpecialType.System_String } when method is { IsStatic: true, Name: "Concat" } =>
                static arguments => new Origin.Derived(First(arguments)),
            _ => null,
        };

    private static Func<ImmutableArray<Origin>, Origin>? OfPath(IMethodSymbol method) =>
        method.Name switch
        {
            "Combine" or "Join" => static arguments => new Origin.Derived(First(arguments)),
            "GetDirectoryName" or "ChangeExtension" => static arguments => new Origin.Derived(First(arguments)),
            "GetFullPath" when method.Parameters.Length == 2 => static arguments => new Origin.Derived(Origin.Any(arguments)),
            "GetFullPath" or "TrimEndingDirectorySeparator" => First,
            _ => static _ => Origin.Outside,
        };

    // Of an array of parts, the first part.
    private static Origin First(ImmutableArray<Origin> arguments) =>
        arguments.IsEmpty ? Origin.None
        : arguments[0] is Origin.AllOf { Origins: [var first, ..] } ? first
        : arguments[0];
}
