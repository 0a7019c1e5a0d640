using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Which methods of libraries change what they are given, by their names.</summary>
internal static class Mutators
{
    private static readonly ImmutableArray<string> Verbs =
    [
        "Add",
        "Append",
        "Insert",
        "Push",
        "Enqueue",
        "Write",
        "Set",
        "Put",
        "TryAdd",
        "GetOrAdd",
        "UnionWith",
        "Prepend",
        "Fill",
        "Merge",
        "Update",
        "Replace",
        "TryWrite",
        "TryEnqueue",
        "TryPush",
        "Post",
        "SendAsync",
    ];

    /// <summary>Whether a method of such a name adds to the object that it is called on.</summary>
    public static bool Are(string name)
    {
        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method copies what it is called on, or its first argument, into an argument.</summary>
    public static bool Copies(IMethodSymbol method) =>
        method.Name.StartsWith("Copy", StringComparison.Ordinal) || method.Name is "BlockCopy" or "ConstrainedCopy" or "TryCopyTo";

    /// <summary>Whether a parameter is what a method writes text to, as bytes or characters.</summary>
    public static bool Encodes(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol or { Name: "Span" }
        && method.Name
            is "GetBytes"
                or "TryGetBytes"
                or "GetChars"
                or "TryGetChars"
                or "TryWrite"
                or "TryFormat"
                or "FromUtf16"
                or "ToUtf16"
                or "EncodeToUtf8";

    /// <summary>Whether a static method adds to its first argument. Extension methods that append mostly make a new sequence.</summary>
    public static bool AddsToFirst(IMethodSymbol method) =>
        (method.IsExtensionMethod || method.ContainingType is { Name: "CollectionsMarshal" or "ImmutableInterlocked" })
        && (
            method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name is "TryAdd" or "InsertRange" or "GetValueRefOrAddDefault"
        );
}
