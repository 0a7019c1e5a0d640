using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>How a gate's decision reaches a stage.</summary>
internal enum GuardKind
{
    /// <summary>A <c>[When]</c> or <c>[Unless]</c> names the gate.</summary>
    Condition,

    /// <summary>A gate or bool that is made from the gate's result decides.</summary>
    Derived,

    /// <summary>The stage takes the gate's result, so that its code may decide.</summary>
    Code,
}

/// <summary>A gate that has a say in whether a stage has outputs.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Kind">How its decision gets there.</param>
/// <param name="Passes">False where the stage runs if the gate refused.</param>
/// <param name="At">The stage that is skipped, or that takes the result: the asked one, or one that it needs.</param>
internal sealed record Guard(StageDeclaration Gate, GuardKind Kind, bool Passes, StageDeclaration At);

/// <summary>
/// Finds which gates guard a stage. Because a stage is skipped if anything that it needs is, a gate on any of its paths guards it. Waiting
/// for a gate by
/// <c>[After]</c> is no guard: a gate that refused has done its work, and what waits goes on.
/// </summary>
internal static class Guards
{
    /// <summary>The gates that guard a stage, nearest first.</summary>
    public static IEnumerable<Guard> Of(StageDeclaration stage)
    {
        foreach (var at in BoundPipeline.Ancestors(stage).Prepend(stage).Distinct())
        {
            foreach (var condition in at.Conditions.Where(static condition => condition.Output is not null))
            {
                foreach (var guard in OfCondition(at, condition))
                {
                    yield return guard;
                }
            }

            // What makes a condition from a gate's result passes it on; any other stage may throw or choose.
            if (at.Kind != StageKind.Gate)
            {
                foreach (var input in at.Inputs.Where(static input => input.Output.Stage.Kind == StageKind.Gate))
                {
                    yield return new Guard(input.Output.Stage, GuardKind.Code, Passes: true, at);
                }
            }
        }
    }

    private static IEnumerable<Guard> OfCondition(StageDeclaration at, ConditionBinding condition)
    {
        var decider = condition.Output!.Stage;
        if (decider.Kind == StageKind.Gate)
        {
            yield return new Guard(decider, GuardKind.Condition, condition.Expected, at);
        }

        foreach (var gate in BoundPipeline.Ancestors(decider, Edges.Data).Where(static ancestor => ancestor.Kind == StageKind.Gate))
        {
            yield return new Guard(gate, GuardKind.Derived, condition.Expected != Negation.Of(decider, gate), at);
        }
    }
}
