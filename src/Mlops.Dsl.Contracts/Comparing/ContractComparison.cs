namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>
/// Compares two contracts of a pipeline by the rules of <c>docs/contracts.md</c>. What others write to the pipeline may become wider, what
/// they read from it narrower; nothing that they know by name may go.
/// </summary>
internal static class ContractComparison
{
    /// <summary>What changed: what breaks the contract first, each in the order of names.</summary>
    /// <param name="before">What was promised.</param>
    /// <param name="after">What is declared.</param>
    public static IReadOnlyList<ContractChange> Compare(PipelineContract before, PipelineContract after)
    {
        var rows = RowComparison.Compare(before.Rows, after.Rows).ToList();
        var rowsBreak = rows.Exists(static change => change.IsBreaking);
        return
        [
            .. Parameters(before, after)
                .Concat(rows)
                .Concat(Outputs(before.Publications, after.Publications, "publication", rowsBreak))
                .Concat(Stages(before, after, rowsBreak))
                .Distinct()
                .OrderByDescending(static change => change.IsBreaking),
        ];
    }

    private static IEnumerable<ContractChange> Parameters(PipelineContract before, PipelineContract after)
    {
        var fields = new FieldComparison(isRead: true, isWritten: false, isParameter: true);
        foreach (var (old, now) in Pairing.ByName(before.Parameters, after.Parameters, static field => field.Name))
        {
            var subject = $"{((old ?? now)!.IsSecret ? "secret" : "parameter")} '{(old ?? now)!.Name}'";
            var changes = (old, now) switch
            {
                (null, { IsRequired: true }) => [new ContractChange(true, $"required {subject} was added")],
                (null, _) => [new ContractChange(false, $"{subject} was added")],
                (_, null) => [new ContractChange(true, $"{subject} was removed")],
                _ => fields.Compare(old, now, subject),
            };
            foreach (var change in changes)
            {
                yield return change;
            }
        }
    }

    /// <summary>
    /// A project that no longer asks for its stages to be promised takes the promise back, which is its own decision, not a slip.
    /// </summary>
    private static IEnumerable<ContractChange> Stages(PipelineContract before, PipelineContract after, bool rowsBreak) =>
        after.Stages.Count > 0 ? Outputs(before.Stages, after.Stages, "output", rowsBreak)
        : before.Stages.Count > 0 ? [new ContractChange(false, "the outputs of stages are no longer part of the contract")]
        : [];

    private static IEnumerable<ContractChange> Outputs(
        IReadOnlyList<ContractOutput> before,
        IReadOnlyList<ContractOutput> after,
        string kind,
        bool rowsBreak
    )
    {
        foreach (var (old, now) in Pairing.ByName(before, after, static output => output.Name))
        {
            var subject = $"{kind} '{(old ?? now)!.Name}'";
            if (old is null || now is null)
            {
                yield return new ContractChange(now is null, $"{subject} was {(now is null ? "removed" : "added")}");
            }
            else if (old.Type != now.Type)
            {
                yield return new ContractChange(true, $"{subject} has type {now.Type} instead of {old.Type}");
            }
            else if (old.Codec is null && now.Codec is not null)
            {
                // A lock that was written by hand may promise the type alone.
                yield return new ContractChange(false, $"the parts of {subject} are promised now");
            }
            else if (old.Codec != now.Codec && !(rowsBreak && IsModel(old) && IsModel(now)))
            {
                yield return new ContractChange(
                    true,
                    $"the {old.Type} of {subject} is made of other parts: {CodecDifference.Describe(old.Codec ?? "", now.Codec ?? "")}"
                );
            }
        }
    }

    /// <summary>The schema of a model is that of its rows: what breaks them is told column by column already.</summary>
    private static bool IsModel(ContractOutput output) => output.Codec?.StartsWith("model(", StringComparison.Ordinal) == true;
}
