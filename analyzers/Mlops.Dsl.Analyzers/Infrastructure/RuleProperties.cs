using System.Collections.Immutable;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>What diagnostics tell their fixes.</summary>
internal static class RuleProperties
{
    /// <summary>The name to use instead.</summary>
    public const string Replacement = "Replacement";

    /// <summary>Outputs to choose from, separated by commas.</summary>
    public const string Candidates = "Candidates";

    /// <summary>Parameters that a new gate could decide by, as C# writes them.</summary>
    public const string Evidence = "Evidence";

    /// <summary>The parameter of the reported call that takes the path.</summary>
    public const string PathParameter = "PathParameter";

    public static ImmutableDictionary<string, string?> Of(string key, string? value) =>
        ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
