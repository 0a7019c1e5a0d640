using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises stages that hold rows out themselves, as cross-validation by hand does, by what they speak of and by rows that are dealt out.
/// </summary>
internal static class HeldOutByHand
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Fold",
        "Folds",
        "Cross",
        "Holdout",
        "Hold",
        "Held",
        "Heldout",
        "Split",
        "Splits",
        "Splitter",
        "Oob",
        "Bag",
        "Unseen",
        "Partition",
        "Partitions",
        "Bootstrap",
        "Loo",
        "Cv",
    };

    /// <summary>Whether a name says that rows are held out: <c>TrainTestSplit</c>, <c>CrossValidate</c>, <c>outOfFold</c>.</summary>
    public static bool IsWord(string name) =>
        (name == "OutOfBag" || FittingNames.Words(name).Any(Words.Contains)) && name is not ("Split" or "SplitLines" or "EnumerateSplits");

    /// <summary>Whether the code of a stage does it.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="ignores">Tells names that say nothing here.</param>
    public static bool Is(StageDeclaration stage, Func<string, bool>? ignores = null) =>
        (stage.Method.PartialImplementationPart ?? stage.Method).DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax().DescendantNodesAndTokensAndSelf().Any(part => Tells(part, ignores))
        );

    private static bool Tells(SyntaxNodeOrToken part, Func<string, bool>? ignores) =>
        part.AsNode() switch
        {
            RangeExpressionSyntax => true,
            IfStatementSyntax { Else.Statement: var other, Statement: var statement } => Collects(statement) && Collects(other),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax }
                } access
            } => IsCollecting(access),
            null => part.IsKind(SyntaxKind.IdentifierToken)
                && part.AsToken().ValueText is var name
                && IsWord(name)
                && ignores?.Invoke(name) != true,
            _ => false,
        };

    private static bool Collects(StatementSyntax statement) =>
        statement.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(IsCollecting);

    private static bool IsCollecting(MemberAccessExpressionSyntax access) =>
        access is { Name.Identifier.ValueText: "Add" or "Append" or "Enqueue" or "Push", Parent: InvocationExpressionSyntax };
}
