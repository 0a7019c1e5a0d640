namespace Mlops.Dsl.Contracts.Versions;

/// <summary>Which version a change of the contract asks for (<c>docs/contracts.md</c>).</summary>
internal static class VersionRule
{
    /// <summary>
    /// The lowest version that may break what another version promised: the next major one; below 1.0.0 the next minor one. A pre-release
    /// of such a version promises nothing yet: it may be broken up to its own release.
    /// </summary>
    public static SemanticVersion Breaking(SemanticVersion promised) =>
        promised switch
        {
            { IsPreRelease: true, Patch: 0 } when promised.Minor == 0 || promised.Major == 0 => promised with { IsPreRelease = false },
            { Major: 0 } => new SemanticVersion(0, promised.Minor + 1, 0, IsPreRelease: false),
            _ => new SemanticVersion(promised.Major + 1, 0, 0, IsPreRelease: false),
        };

    /// <summary>
    /// The lowest version for a compatible addition: the next minor one; below 1.0.0 the next patch; of a pre-release, what it prepares.
    /// </summary>
    public static SemanticVersion Compatible(SemanticVersion promised) =>
        promised switch
        {
            { IsPreRelease: true } => promised with { IsPreRelease = false },
            { Major: 0 } => promised with { Patch = promised.Patch + 1 },
            _ => new SemanticVersion(promised.Major, promised.Minor + 1, 0, IsPreRelease: false),
        };

    /// <summary>Whether a version is, or prepares, a version or a later one.</summary>
    public static bool Reaches(SemanticVersion version, SemanticVersion required) =>
        (version.Major, version.Minor, version.Patch).CompareTo((required.Major, required.Minor, required.Patch)) >= 0;
}
