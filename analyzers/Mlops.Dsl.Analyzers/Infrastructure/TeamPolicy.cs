using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>
/// What a team demands beyond the rules: <c>mlops_dsl.require_review = true</c> in <c>.editorconfig</c>, where it counts for the files of
/// its section, or
/// <c>&lt;MlopsDslRequireReview&gt;true</c> in MSBuild, where it counts for the project. The nearer one, <c>.editorconfig</c>, wins.
/// </summary>
internal static class TeamPolicy
{
    /// <summary>The value of a policy for a file; null where the team has none.</summary>
    /// <param name="options">The options of the analysis.</param>
    /// <param name="tree">The file; null for the project.</param>
    /// <param name="name">The policy, such as <c>require_review</c>.</param>
    public static string? Value(this AnalyzerOptions options, SyntaxTree? tree, string name)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var key = "mlops_dsl." + name;
        return tree is not null && provider.GetOptions(tree).TryGetValue(key, out var value) && value.Trim().Length > 0 ? value.Trim()
            : provider.GlobalOptions.TryGetValue(key, out value) && value.Trim().Length > 0 ? value.Trim()
            : provider.GlobalOptions.TryGetValue("build_property." + PropertyName(name), out value) && value.Trim().Length > 0
                ? value.Trim()
            : null;
    }

    /// <summary>Whether a policy is on.</summary>
    public static bool IsOn(this AnalyzerOptions options, SyntaxTree? tree, string name) =>
        string.Equals(options.Value(tree, name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of a policy that is a list, separated by commas or semicolons.</summary>
    public static IEnumerable<string> Values(this AnalyzerOptions options, SyntaxTree? tree, string name) =>
        (options.Value(tree, name) ?? "").Split(',', ';').Select(static item => item.Trim()).Where(static item => item.Length > 0);

    /// <summary>The MSBuild property of a policy: <c>MlopsDslRequireReview</c>.</summary>
    private static string PropertyName(string name)
    {
        var property = new StringBuilder("MlopsDsl");
        foreach (var word in name.Split('_'))
        {
            property.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return property.ToString();
    }
}
