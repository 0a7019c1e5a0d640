using System.Runtime.CompilerServices;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Documentation;

/// <summary>
/// The examples are built, and a project of the template is tested, with a list of all categories as errors. It is no good with one
/// missing.
/// </summary>
public class AllRulesAreErrorsTests
{
    public static TheoryData<string> Categories =>
        [.. RuleTest.Rules.Values.Select(rule => rule.Category).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_category_is_an_error_in_the_examples(string category) =>
        Assert.Contains(
            $"dotnet_analyzer_diagnostic.category-{category}.severity = error",
            File.ReadAllLines(List()),
            StringComparer.Ordinal
        );

    private static string List([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../eng/AllRulesAreErrors.globalconfig"));
}
