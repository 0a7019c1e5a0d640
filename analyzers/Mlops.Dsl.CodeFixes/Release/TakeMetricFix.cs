using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Gives a gate what was measured on held-out data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TakeMetricFix() : CodeFix<MethodDeclarationSyntax>("MLP6005")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(RuleProperties.Evidence, out var evidence) && evidence is { Length: > 0 })
        {
            foreach (var parameter in SyntaxFactory.ParseParameterList($"({evidence})").Parameters)
            {
                if (!node.ParameterList.Parameters.Any(p => p.Identifier.ValueText == parameter.Identifier.ValueText))
                {
                    yield return new(
                        $"Take '{parameter.Identifier.ValueText}'",
                        node.ParameterList,
                        () => With(node.ParameterList, parameter)
                    );
                }
            }
        }
    }

    private static ParameterListSyntax With(ParameterListSyntax list, ParameterSyntax parameter) =>
        list.WithParameters(list.Parameters.Insert(0, parameter)) is var longer && list.Parameters.Count > 0
            ? longer.ReplaceToken(
                longer.Parameters.GetSeparator(0),
                longer.Parameters.GetSeparator(0).WithTrailingTrivia(SyntaxFactory.Space)
            )
            : longer;
}
