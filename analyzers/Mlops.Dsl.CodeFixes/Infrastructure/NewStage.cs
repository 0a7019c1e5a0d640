using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Stages that fixes add to a pipeline.</summary>
internal static class NewStage
{
    /// <summary>A name that nothing in the pipeline has, ignoring case: the wanted one, or that with a number.</summary>
    public static string FreeName(BoundPipeline pipeline, string wanted)
    {
        var taken = new HashSet<string>(
            pipeline
                .Type.GetMembers()
                .Select(static member => member.Name)
                .Concat(pipeline.Stages.SelectMany(static stage => stage.Outputs).Select(static output => output.Name)),
            StringComparer.OrdinalIgnoreCase
        );
        return Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? wanted : wanted + i).First(name => !taken.Contains(name));
    }

    /// <summary>A stage to insert after another one, laid out like it, with a blank line between them.</summary>
    /// <param name="lines">Its lines, without indentation; those after the first two are indented by one step more.</param>
    /// <param name="other">The other stage.</param>
    public static MemberDeclarationSyntax After(MemberDeclarationSyntax other, params string[] lines)
    {
        var newLine = Lines.NewLine(other);
        var indentation = Lines.Indentation(other);
        var text = string.Join(
            newLine,
            lines.Select(
                (line, i) =>
                    i == 0 ? line
                    : i == 1 ? indentation + line
                    : $"{indentation}    {line}"
            )
        );
        var endsLine = other.GetTrailingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory
            .ParseMemberDeclaration(text)!
            .WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia((endsLine ? newLine : newLine + newLine) + indentation))
            .WithTrailingTrivia(
                SyntaxFactory.ParseTrailingTrivia(newLine).AddRange(SyntaxFactory.ParseLeadingTrivia(endsLine ? "" : indentation))
            );
    }

    /// <summary>The name of a parameter that is bound to an output by it.</summary>
    public static string ParameterName(OutputDeclaration output) =>
        TypeText.Identifier(char.ToLowerInvariant(output.Name[0]) + output.Name.Substring(1));
}
