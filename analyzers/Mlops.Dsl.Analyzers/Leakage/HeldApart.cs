using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Tells whether the user's own code holds rows of two sources apart: by comparing them, or by filtering each in its own way.
/// </summary>
internal static class HeldApart
{
    private static readonly HashSet<string> Comparing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Except",
        "Intersect",
        "Union",
        "Distinct",
        "Contains",
        "Overlap",
        "Overlaps",
        "Overlapping",
        "Disjoint",
        "Duplicate",
        "Duplicates",
        "Dedupe",
        "Deduplicate",
        "Shared",
        "Common",
        "Apart",
        "Leak",
        "Leaks",
        "Leakage",
        "Seen",
    };

    /// <summary>Whether either of two outputs comes from a source that the other does not come from.</summary>
    public static bool AreFromTwoSources(OutputDeclaration one, OutputDeclaration other)
    {
        var (left, right) = (Sources(one), Sources(other));
        return !left.IsSubsetOf(right) && !right.IsSubsetOf(left);
    }

    /// <summary>Whether an output comes from sources that nothing to measure on comes from, in a pipeline that has such rows.</summary>
    public static bool IsApart(OutputDeclaration output, BoundPipeline pipeline)
    {
        var held = pipeline.Stages.SelectMany(static stage => stage.Outputs).Where(static o => Provenance.IsHeldOut(o.Type)).ToList();
        return held.Count > 0 && Sources(output) is { Count: > 0 } sources && !held.Exists(other => Sources(other).Overlaps(sources));
    }

    /// <summary>Whether the code of a stage holds rows out. That a pipeline calls a file <c>heldOut</c> does not tell.</summary>
    public static bool ByHandIn(StageDeclaration stage, BoundPipeline pipeline) => HeldOutByHand.Is(stage, name => Names(pipeline, name));

    /// <summary>
    /// Whether any stage that sees what comes from both compares them, or both were filtered before, and not in the same way.
    /// </summary>
    public static bool ByOther(OutputDeclaration one, OutputDeclaration other, BoundPipeline pipeline) =>
        pipeline.Stages.Any(stage => Takes(stage, one) && Takes(stage, other) && (ByHandIn(stage, pipeline) || Compares(stage)))
        || !Filters(one).SetEquals(Filters(other));

    private static bool Names(BoundPipeline pipeline, string name) =>
        pipeline.Stages.Any(stage => stage.Outputs.Any(output => string.Equals(output.Name, name, StringComparison.OrdinalIgnoreCase)));

    private static HashSet<StageDeclaration> Sources(OutputDeclaration output) =>
        [.. Behind(output).Where(static stage => stage.Kind == StageKind.Source)];

    private static IEnumerable<StageDeclaration> Behind(OutputDeclaration output) =>
        BoundPipeline.Ancestors(output.Stage, Edges.Data).Prepend(output.Stage);

    private static bool Takes(StageDeclaration stage, OutputDeclaration output) =>
        stage.Inputs.Exists(input =>
            input.Output == output || (Behind(input.Output).Contains(output.Stage) && !Provenance.CarriesModel(input.Output.Stage))
        );

    private static bool Compares(StageDeclaration stage) =>
        Syntax(stage)
            .SelectMany(static node => node.DescendantTokens())
            .Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && FittingNames.Words(token.ValueText).Any(Comparing.Contains));

    /// <summary>The conditions on which rows are taken on the way to an output.</summary>
    private static HashSet<string> Filters(OutputDeclaration output) =>
        [
            .. Behind(output)
                .SelectMany(Syntax)
                .SelectMany(static node => node.DescendantNodes())
                .OfType<InvocationExpressionSyntax>()
                .Where(static call =>
                    call.Expression
                        is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" or "SkipWhile" or "TakeWhile" or "FindAll" }
                )
                .Select(static call => call.ArgumentList.ToString()),
        ];

    private static IEnumerable<SyntaxNode> Syntax(StageDeclaration stage) =>
        (stage.Method.PartialImplementationPart ?? stage.Method).DeclaringSyntaxReferences.Select(static reference =>
            reference.GetSyntax()
        );
}
