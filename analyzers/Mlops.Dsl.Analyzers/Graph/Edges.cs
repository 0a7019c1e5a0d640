namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>The ways in which one stage can need another. Whichever it is, a stage whose predecessor has no outputs is skipped.</summary>
[Flags]
internal enum Edges
{
    /// <summary>It takes an output.</summary>
    Data = 1,

    /// <summary>It waits, by <c>[After]</c>.</summary>
    Order = 2,

    /// <summary>A gate or bool decides whether it runs, by <c>[When]</c> or <c>[Unless]</c>.</summary>
    Condition = 4,

    /// <summary>Any.</summary>
    All = Data | Order | Condition,
}
