using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Recognises gates that ask of sets of rows how many there are, and nothing else: <c>test.Count &gt;= 500</c> measures no model.
/// </summary>
internal static class RowsCounted
{
    /// <summary>Whether a stage takes sets of a kind; a gate, whether it uses at least one of them for more than its size.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isSet">The kind of set.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static bool LooksAt(StageDeclaration stage, Func<ITypeSymbol, bool> isSet, CancellationToken cancellationToken) =>
        stage.Inputs.Exists(input =>
            isSet(input.Parameter.Type) && !(stage.Kind == StageKind.Gate && IsOnlyCounted(input.Parameter, cancellationToken))
        );

    private static bool IsOnlyCounted(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol is IMethodSymbol stage
        && (stage.PartialImplementationPart ?? stage).DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax(cancellationToken) is var code
        && code.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == parameter.Name && !IsOfSomethingElse(name))
            .All(IsCounted);

    /// <summary>Whether a name is that of a member or an argument.</summary>
    private static bool IsOfSomethingElse(IdentifierNameSyntax name) =>
        name.Parent is NameColonSyntax or NameEqualsSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    private static bool IsCounted(IdentifierNameSyntax set) =>
        set.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "LongCount" or "Length" or "Any" } size
                when size.Expression == set => size.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 },
            IsPatternExpressionSyntax
            {
                Pattern: RecursivePatternSyntax { PositionalPatternClause: null, PropertyPatternClause: { } asked }
            } => asked.Subpatterns.All(static part => part.NameColon?.Name.Identifier.ValueText is "Count" or "Length"),
            _ => false,
        };
}
