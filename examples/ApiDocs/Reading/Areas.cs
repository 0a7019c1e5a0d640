namespace ApiDocs.Reading;

/// <summary>The areas of the class library: the label that the model predicts.</summary>
/// <remarks>
/// The table is fixed, not drawn from the data, so that the meaning of a label does not change with the SDK. It holds the namespaces
/// that a .NET developer thinks in; the ones below them belong to them, except where a part is a world of its own (intrinsics).
/// What is left of <c>System</c> is its base types, and what lies outside all of them has no area. The longest prefix of an id decides.
/// </remarks>
internal static class Areas
{
    private static readonly string[] _prefixes =
    [
        "Microsoft.VisualBasic",
        "System.Collections",
        "System.ComponentModel",
        "System.Data",
        "System.Diagnostics",
        "System.Drawing",
        "System.Globalization",
        "System.IO",
        "System.Linq",
        "System.Net",
        "System.Numerics",
        "System.Reflection",
        "System.Runtime",
        "System.Runtime.Intrinsics",
        "System.Security",
        "System.Text",
        "System.Threading",
        "System.Xml",
        "System",
    ];

    // Namespaces of their own with too few members to learn from: without this list they would count as base types.
    private static readonly string[] _without =
    [
        "System.Buffers",
        "System.CodeDom",
        "System.Configuration",
        "System.Dynamic",
        "System.Formats",
        "System.Resources",
        "System.SR",
        "System.Timers",
        "System.Transactions",
        "System.Web",
        "System.Windows",
    ];

    private static readonly string[] _longestFirst = [.. _prefixes.Concat(_without).OrderByDescending(static prefix => prefix.Length)];

    /// <summary>The area of a documentation id, or null if it has none: <c>M:System.IO.Stream.Flush</c> is in <c>System.IO</c>.</summary>
    public static string? Of(string id)
    {
        var name = id.AsSpan(id.IndexOf(':', StringComparison.Ordinal) + 1);
        foreach (var prefix in _longestFirst)
        {
            if (name.Length > prefix.Length && name[prefix.Length] == '.' && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Array.IndexOf(_without, prefix) < 0 ? prefix : null;
            }
        }

        return null;
    }
}
