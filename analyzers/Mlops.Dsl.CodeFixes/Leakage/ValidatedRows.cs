using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Writes the validation of rows around the expression that gives them.</summary>
internal static class ValidatedRows
{
    /// <summary>What makes of validated rows what takes them: nothing, or a copy into a list or an array.</summary>
    public static readonly string[] Copies = ["", ".ToList()", ".ToArray()"];

    /// <summary>The validation of the rows that an expression gives; null where it gives none, or validated ones.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(node, cancellationToken).Type is { } type && RowTypes.Unvalidated(type) is { } row
            ? type.IsDataset("Raw")
                ? Call(Receiver(node))
                : Call($"new Raw<{row.ToMinimalDisplayString(model, node.SpanStart)}>({node.WithoutTrivia()})")
            : null;

    /// <summary>Parses the call that validates.</summary>
    public static ExpressionSyntax Call(string receiver) => SyntaxFactory.ParseExpression(receiver + ".Validate()");

    /// <summary>
    /// The validated rows as what takes the expression takes them: as they are, or as the list or array that it wants; null if it takes
    /// neither.
    /// </summary>
    public static ExpressionSyntax? Fitting(ExpressionSyntax node, ExpressionSyntax validated, SemanticModel model) =>
        Copies
            .Select(copy => copy.Length == 0 ? validated : SyntaxFactory.ParseExpression(validated + copy))
            .FirstOrDefault(candidate => Fits(node, candidate, model));

    private static bool Fits(ExpressionSyntax node, ExpressionSyntax validated, SemanticModel model) =>
        model.GetSpeculativeTypeInfo(node.SpanStart, validated, SpeculativeBindingOption.BindAsExpression).Type is { } type
        && RowTypes.RowOf(type) is not null
        && model.GetTypeInfo(node).ConvertedType is { } wanted
        && model.Compilation.ClassifyCommonConversion(type, wanted) is { Exists: true, IsImplicit: true };

    private static string Receiver(ExpressionSyntax node) =>
        node
            is IdentifierNameSyntax
                or InvocationExpressionSyntax
                or MemberAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ElementAccessExpressionSyntax
                or BaseObjectCreationExpressionSyntax
            ? node.WithoutTrivia().ToString()
            : $"({node.WithoutTrivia()})";
}
