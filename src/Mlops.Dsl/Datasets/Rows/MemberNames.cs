using System.Collections.Frozen;
using System.Text.Json;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>What columns are called as members of JSON objects.</summary>
internal static class MemberNames
{
    /// <summary>The members' names: camelCase, except where two columns would be called the same.</summary>
    /// <param name="columns">The columns' names, which all differ.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> columns)
    {
        var all = columns.ToList();
        var forms = all.Select(CamelCase).Concat(all.Where(static name => CamelCase(name) != name));
        var uses = forms.CountBy(static name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. all.Select(name => uses[CamelCase(name)] == 1 ? CamelCase(name) : name)];
    }

    /// <summary>What is found by a column's name and by its member's.</summary>
    /// <param name="columns">By the columns' names.</param>
    /// <param name="members">The members' names, in the same order.</param>
    public static FrozenDictionary<string, T> Index<T>(IEnumerable<KeyValuePair<string, T>> columns, IReadOnlyList<string> members)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var ((column, item), member) in columns.Zip(members))
        {
            index[column] = item;
            index[member] = item;
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
