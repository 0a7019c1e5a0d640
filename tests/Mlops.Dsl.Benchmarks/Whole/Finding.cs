namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>One row of the table: what was measured, beside its floor, its budget and its goal.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The median.</param>
/// <param name="Unit">The unit of <paramref name="Value"/>, <paramref name="Budget"/> and <paramref name="Goal"/>.</param>
/// <param name="Budget">What it must stay within.</param>
/// <param name="Goal">What it should reach.</param>
/// <param name="Floor">What the least code that could do the job took in the same run, with its name.</param>
internal sealed record Finding(
    string What,
    double Value,
    string Unit,
    double Budget,
    double Goal,
    (string Name, double Value)? Floor = null
)
{
    /// <summary>Whether more is better, as with a throughput.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>What else is worth knowing, such as bytes allocated.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the value stands.</summary>
    public string Verdict =>
        Meets(Goal) ? "goal"
        : Meets(Budget) ? "budget"
        : "MISSED";

    private bool Meets(double limit) => HigherIsBetter ? Value >= limit : Value <= limit;
}
