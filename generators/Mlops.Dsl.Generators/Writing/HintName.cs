using System.Globalization;
using Mlops.Dsl.Generators.Collections;

namespace Mlops.Dsl.Generators.Writing;

/// <summary>
/// Names generated files after the class: unique in the assembly, and on file systems that ignore case too. Only where two classes differ
/// in case alone is the name made unique by a hash, so that the usual name is one that a person recognises.
/// </summary>
internal static class HintName
{
    private const int LongestName = 120;

    /// <summary>The upper-case forms of the names that several classes share.</summary>
    public static EquatableArray<string> FindCollisions(IEnumerable<string> metadataNames) =>
        metadataNames
            .GroupBy(static name => name.ToUpperInvariant(), StringComparer.Ordinal)
            .Where(static group => group.Count() > 1)
            .Select(static group => group.Key)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>
    /// The start of the names of a class's files. What follows starts with a hyphen, which no class's name has: <c>A-Run</c> is not the
    /// class <c>A.Run</c>.
    /// </summary>
    public static string For(string metadataName, EquatableArray<string> collisions)
    {
        var isAmbiguous = collisions.Contains(metadataName.ToUpperInvariant());
        if (!isAmbiguous && metadataName.Length <= LongestName)
        {
            return metadataName;
        }

        var start = metadataName.Length <= LongestName ? metadataName : metadataName.Substring(metadataName.Length - LongestName);
        return $"{start}.{Hash(metadataName).ToString("x16", CultureInfo.InvariantCulture)}";
    }

    /// <summary>FNV-1a of 64 bits over the UTF-16 units: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }
}
