using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises a training that goes through a list of words, one after the other: what it makes has a place for each of them, although none
/// of them is a part of any number in it. To look whether a word is in the list is not enough, because that may leave rows out.
/// </summary>
internal static class Vocabulary
{
    private static readonly HashSet<string> Passes = new(StringComparer.Ordinal)
    {
        "Select",
        "SelectMany",
        "Zip",
        "Index",
        "ToDictionary",
        "Aggregate",
    };

    /// <summary>Whether the stage goes through an input that is a list of words, or of what stands for them.</summary>
    public static bool IsGoneThrough(InputBinding input, CancellationToken cancellationToken = default) =>
        HoldsWords(input.Parameter.Type)
        && input.Parameter.ContainingSymbol is IMethodSymbol stage
        && (stage.PartialImplementationPart ?? stage).DeclaringSyntaxReferences.Any(reference =>
            reference
                .GetSyntax(cancellationToken)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == input.Parameter.Name && IsPass(name))
        );

    private static bool HoldsWords(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_String,
            INamedTypeSymbol { TypeArguments: [var first, ..] } => first.SpecialType == SpecialType.System_String,
            _ => false,
        };

    private static bool IsPass(IdentifierNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call => call.Expression == name
                && Passes.Contains(call.Name.Identifier.ValueText),
            CommonForEachStatementSyntax loop => loop.Expression == name,
            FromClauseSyntax from => from.Expression == name,
            _ => false,
        };
}
