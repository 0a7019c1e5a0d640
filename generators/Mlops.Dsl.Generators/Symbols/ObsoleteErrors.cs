using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Finds what no code may use. What is merely obsolete may be used, and generated code does.</summary>
internal static class ObsoleteErrors
{
    /// <summary>Why generated code can't use the member, in words that follow its name.</summary>
    public const string Reason = "is obsolete in a way that makes each use an error, generated code's too; make that a warning";

    /// <summary>Whether using the symbol is an error.</summary>
    public static bool IsObsoleteError(this ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(static attribute =>
                attribute.AttributeClass
                    is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [_, { Value: true }]
            );
}
