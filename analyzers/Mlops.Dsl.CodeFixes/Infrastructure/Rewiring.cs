using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Binds a parameter of a stage to another output.</summary>
internal static class Rewiring
{
    /// <summary>
    /// The stage with a parameter bound to another output: one that was bound by its name takes the new name, wherever the stage uses it,
    /// so that the code goes on to say what it means; any other gets a <c>[From]</c>.
    /// </summary>
    /// <param name="place">The stage.</param>
    /// <param name="input">The parameter.</param>
    /// <param name="output">The output to take.</param>
    /// <param name="retype">Gives the parameter another type, if it needs one.</param>
    public static MethodDeclarationSyntax Rewired(
        this StagePlace place,
        InputBinding input,
        OutputDeclaration output,
        Func<ParameterSyntax, ParameterSyntax>? retype = null
    ) => place.Rewired(input, output.Name, ParameterEdits.From(output), retype);

    /// <inheritdoc cref="Rewired(StagePlace, InputBinding, OutputDeclaration, Func{ParameterSyntax, ParameterSyntax}?)" />
    /// <param name="place">The stage.</param>
    /// <param name="input">The parameter.</param>
    /// <param name="output">The name of the output to take, which may be one that the fix adds.</param>
    /// <param name="from">The attribute that binds to it.</param>
    /// <param name="retype">Gives the parameter another type, if it needs one.</param>
    public static MethodDeclarationSyntax Rewired(
        this StagePlace place,
        InputBinding input,
        string output,
        string from,
        Func<ParameterSyntax, ParameterSyntax>? retype = null
    )
    {
        var parameter = place.Parameter(input);
        var typed = retype?.Invoke(parameter) ?? parameter;
        var name = char.ToLowerInvariant(output[0]) + output.Substring(1);
        if (
            !string.Equals(input.Parameter.Name, input.Output.Name, StringComparison.OrdinalIgnoreCase)
            || parameter.AttributeLists.Any(static list => list.Attributes.Any(static attribute => attribute.IsNamed("From")))
            || place.Method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
        )
        {
            return place.Method.ReplaceNode(parameter, typed.Bound(from));
        }

        var symbol = place.Model.GetDeclaredSymbol(parameter);
        var uses = place
            .Method.DescendantNodes(descendIntoTrivia: true)
            .OfType<IdentifierNameSyntax>()
            .Where(use =>
                use.Identifier.ValueText == input.Parameter.Name
                && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(use).Symbol, symbol)
            );
        return place.Method.ReplaceNodes(
            uses.Append<SyntaxNode>(parameter),
            (old, _) =>
                old == parameter
                    ? typed.WithIdentifier(Identifier(name).WithTriviaFrom(parameter.Identifier))
                    : ((IdentifierNameSyntax)old).WithIdentifier(Identifier(name).WithTriviaFrom(((IdentifierNameSyntax)old).Identifier))
        );
    }

    private static SyntaxToken Identifier(string name) => SyntaxFactory.ParseToken(TypeText.Identifier(name));
}
