using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Methods of libraries that choose elements of a sequence, by what a function measures of each.</summary>
internal static class Choosers
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "MinBy",
        "MaxBy",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Order",
        "First",
        "FirstOrDefault",
        "Single",
        "Last",
        "Where",
        "Find",
    };

    /// <summary>Whether a call chooses elements by what a function says of them.</summary>
    public static bool Are(IMethodSymbol method) =>
        (Names.Contains(method.Name) || method.Name is "Max" or "Min" or "Select")
        && method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    /// <summary>An element of a sequence that was chosen by what a lambda measured; or the best of what it measured.</summary>
    /// <param name="symbols">What the rules say of choices.</param>
    /// <param name="site">The call.</param>
    /// <param name="result">What it gives, whatever was chosen.</param>
    /// <param name="sequence">What it chooses from.</param>
    /// <param name="measured">What its functions give.</param>
    public static FlowValue Chosen(FlowSymbols symbols, CallSite site, FlowValue result, FlowValue sequence, FlowValue measured)
    {
        var method = site.Method;
        var chosen = symbols.Chosen(measured.All);
        return Names.Contains(method.Name) ? result.With(chosen)
            : chosen != Mark.None && method.Name is "Max" or "Min" or "Select" && IsOfCandidates(sequence, site.Arguments)
                ? result.With(method.Name == "Select" ? Mark.Candidates : chosen | Mark.Best)
            : method.Name is "Max" or "Min" && sequence.Has(Mark.Candidates)
                ? result.Without(Mark.Candidates).With(symbols.Chosen(sequence.All) | Mark.Best)
            : result;
    }

    /// <summary>
    /// Whether models are gone through, or settings with each of which a lambda fits one. Of groups of held-out rows, the best or worst
    /// measurement is one of the model that is measured.
    /// </summary>
    private static bool IsOfCandidates(FlowValue sequence, ImmutableArray<FlowArgument> arguments) =>
        !sequence.Has(Mark.Test | Mark.Validation)
        && (
            sequence.Has(Mark.Fitted)
            || arguments.Any(static a =>
                a.Operation?.Syntax is AnonymousFunctionExpressionSyntax lambda
                && lambda.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsFitting)
            )
        );

    private static bool IsFitting(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => FittingNames.IsFitting(access.Name.Identifier.ValueText),
            SimpleNameSyntax name => FittingNames.IsFitting(name.Identifier.ValueText),
            _ => false,
        };
}
