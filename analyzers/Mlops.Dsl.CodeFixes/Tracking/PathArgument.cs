using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>The argument with the path of a call that was reported for it.</summary>
internal static class PathArgument
{
    /// <summary>The expression that is given as the path; null if the call takes none.</summary>
    public static ExpressionSyntax? Find(SyntaxNode call, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        var arguments = model.GetOperation(call, cancellationToken) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        diagnostic.Properties.TryGetValue(RuleProperties.PathParameter, out var parameter);
        return arguments
                .FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)
                ?.Value.Syntax as ExpressionSyntax;
    }

    /// <summary>How the class <c>System.IO.Path</c> is written at a place: something else there may be called Path.</summary>
    public static string PathClass(SyntaxNode place, SemanticModel model) =>
        model
            .GetSpeculativeSymbolInfo(place.SpanStart, SyntaxFactory.IdentifierName("Path"), SpeculativeBindingOption.BindAsExpression)
            .Symbol
            is INamedTypeSymbol { ContainingNamespace.Name: "IO" }
            ? "Path"
            : "System.IO.Path";
}
