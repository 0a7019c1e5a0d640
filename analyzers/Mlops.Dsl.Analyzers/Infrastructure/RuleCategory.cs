namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>The categories of rules, by their ids' first digit.</summary>
internal static class RuleCategory
{
    /// <summary>1xxx: declaration and wiring.</summary>
    public const string Declaration = "Mlops.Declaration";

    /// <summary>2xxx: data and leakage.</summary>
    public const string Leakage = "Mlops.Leakage";

    /// <summary>3xxx: what enters and leaves a stage without a record.</summary>
    public const string Tracking = "Mlops.Tracking";

    /// <summary>4xxx: what makes two runs differ.</summary>
    public const string Reproducibility = "Mlops.Reproducibility";

    /// <summary>5xxx: governance.</summary>
    public const string Governance = "Mlops.Governance";

    /// <summary>6xxx: release.</summary>
    public const string Release = "Mlops.Release";

    /// <summary>7xxx: the contract with the world outside.</summary>
    public const string Contract = "Mlops.Contract";

    /// <summary>8xxx: services, and what watches them.</summary>
    public const string Operation = "Mlops.Operation";
}
