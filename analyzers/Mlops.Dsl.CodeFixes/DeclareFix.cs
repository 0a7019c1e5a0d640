using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Declares what policy wants declared, where only a person knows the words: in words that ask for them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareFix() : CodeFix<AttributeSyntax>("MLP5009", "MLP5010", "MLP5011", "MLP6006")
{
    private protected override IEnumerable<Replacement> Offers(AttributeSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Id == "MLP6006")
        {
            if (node.Parent is AttributeListSyntax list)
            {
                yield return new(
                    "Add [RequiresReview]",
                    list,
                    () =>
                        list.WithAttributes(
                            list.Attributes.Insert(
                                list.Attributes.IndexOf(node) + 1,
                                AttributeEdits.Parse("RequiresReview").WithLeadingTrivia(SyntaxFactory.Space)
                            )
                        )
                );
            }

            yield break;
        }

        var (name, value) = diagnostic.Id switch
        {
            "MLP5009" => ("Owner", "\"the team that answers for it\""),
            "MLP5010" => ("Purpose", "\"what it may be used for\""),
            _ => ("Licence", "\"the licence of the data\""),
        };
        yield return new($"Set {name}", node, () => node.WithArgument(name, value));
    }
}
