namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Where a rule's page is.</summary>
internal static class RuleHelp
{
    private const string Pages = "https://github.com/mlops-dsl/mlops-dsl/blob/main/docs/rules/";

    /// <summary>The address of a rule's page.</summary>
    public static string Link(string id) => Pages + id + ".md";
}
