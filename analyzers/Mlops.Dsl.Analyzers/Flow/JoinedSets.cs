using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Collections that the rows of several sets are put into.</summary>
internal static class JoinedSets
{
    /// <summary>What a collection holds, with what the rules say of sets that are put together, if it is one of such.</summary>
    public static FlowValue Of(ICollectionExpressionOperation collection, FlowValue value, FrameContext context)
    {
        if ((value.Own & Mark.Train) == Mark.None || (value.Own & (Mark.Validation | Mark.Test)) == Mark.None)
        {
            return value;
        }

        var engine = context.Engine;
        var parts = collection.Elements.OfType<ISpreadOperation>().Select(context.Evaluate).ToList();
        return parts.Count < 2
            ? value
            : value.With(engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Together(collection, parts, engine.Report)));
    }
}
