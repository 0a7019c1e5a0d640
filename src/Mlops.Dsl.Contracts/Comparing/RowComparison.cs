namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Compares rows, column by column.</summary>
internal static class RowComparison
{
    /// <summary>What changed.</summary>
    public static IEnumerable<ContractChange> Compare(IReadOnlyList<ContractRow> before, IReadOnlyList<ContractRow> after)
    {
        var pairs = Pairing.ByName(before, after, static row => row.Name).ToList();
        var gone = pairs.Where(static pair => pair.After is null).Select(static pair => pair.Before!).ToList();
        var come = pairs.Where(static pair => pair.Before is null).Select(static pair => pair.After!).ToList();

        // Data has no C# name: one row type that goes while another comes is the same data under a new one.
        var isRenamed = gone.Count == 1 && come.Count == 1;
        var changes = pairs
            .Where(static pair => pair is { Before: not null, After: not null })
            .SelectMany(static pair => Columns(pair.Before!, pair.After!));
        return isRenamed
            ? changes
                .Append(new ContractChange(false, $"row '{gone[0].Name}' was renamed to '{come[0].Name}'"))
                .Concat(Columns(gone[0], come[0]))
            : changes
                .Concat(gone.Select(static row => new ContractChange(true, $"row '{row.Name}' was removed")))
                .Concat(come.Select(static row => new ContractChange(false, $"row '{row.Name}' was added")));
    }

    private static IEnumerable<ContractChange> Columns(ContractRow before, ContractRow after)
    {
        // A use that is new binds from now on; one that is gone was told where it went.
        var isRead = before.IsRead && after.IsRead;
        var isWritten = before.IsWritten && after.IsWritten;
        if (before.IsRead != after.IsRead || before.IsWritten != after.IsWritten)
        {
            yield return new ContractChange(false, $"row '{after.Name}' is {Uses(after)} instead of {Uses(before)}");
        }

        var fields = new FieldComparison(isRead, isWritten, isParameter: false);
        foreach (var (old, now) in Pairing.ByName(before.Columns, after.Columns, static column => column.Name))
        {
            var subject = $"column '{after.Name}.{(old ?? now)!.Name}'";
            var changes = (old, now) switch
            {
                (null, { TakesNull: false }) => [new ContractChange(isRead, $"required {subject} was added")],
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

    private static string Uses(ContractRow row) =>
        row switch
        {
            { IsRead: true, IsWritten: true } => "read and written",
            { IsRead: true } => "read",
            _ => "written",
        };
}
