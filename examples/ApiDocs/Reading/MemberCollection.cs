namespace ApiDocs.Reading;

/// <summary>
/// Gathers members, one for each distinct summary. The library says the same of thousands of members ("Returns the hash code for this
/// instance."); kept apart they would be in the training set and in the test set alike, and remembering would look like understanding.
/// </summary>
internal sealed class MemberCollection
{
    private readonly Dictionary<string, Dictionary<string, (string Id, string Summary, int Count)>> _areas = new(StringComparer.Ordinal);

    /// <summary>How many members were added.</summary>
    public int Added { get; private set; }

    /// <summary>How many of them lie in no area.</summary>
    public int WithoutArea { get; private set; }

    /// <summary>Adds a member.</summary>
    public void Add(DocumentedMember member)
    {
        Added++;
        var area = Areas.Of(member.Id);
        if (area is null)
        {
            WithoutArea++;
            return;
        }

        var key = Key(member.Summary);
        if (!_areas.TryGetValue(key, out var areas))
        {
            _areas.Add(key, areas = new(StringComparer.Ordinal));
        }

        var (id, summary, count) = areas.GetValueOrDefault(area, (member.Id, member.Summary, 0));
        areas[area] = (id, summary, count + 1);
    }

    /// <summary>
    /// One row for each distinct summary, ordered by id: the first member of the area in which most members have it. Summaries that differ
    /// only in case, digits or punctuation are the same.
    /// </summary>
    public IEnumerable<ApiMember> Distinct() =>
        _areas
            .Values.Select(static areas =>
                areas.OrderByDescending(static area => area.Value.Count).ThenBy(static area => area.Key, StringComparer.Ordinal).First()
            )
            .Select(static area => new ApiMember(area.Value.Id, area.Value.Summary, area.Key))
            .OrderBy(static member => member.Id, StringComparer.Ordinal);

    private static string Key(string summary) => string.Concat(summary.Where(char.IsLetter).Select(char.ToLowerInvariant));
}
