using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Names local variables after members.</summary>
internal static class LocalNames
{
    /// <summary>A name per member: its own with a small first letter, unlike every other and unlike the method's parameter.</summary>
    public static IReadOnlyList<string> For(IEnumerable<string> members)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "reader" };
        var names = new List<string>();
        foreach (var member in members)
        {
            var bare = member.TrimStart('@');
            var wish = char.ToLowerInvariant(bare[0]) + bare.Substring(1);
            var name = wish;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = wish + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            names.Add(TypeText.Identifier(name));
        }

        return names;
    }
}
