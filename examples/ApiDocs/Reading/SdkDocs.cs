namespace ApiDocs.Reading;

/// <summary>
/// Finds the XML documentation of the class library on this machine: every .NET SDK brings it along, in its reference pack.
/// </summary>
internal static class SdkDocs
{
    private const string Pack = "Microsoft.NETCore.App.Ref";

    /// <summary>
    /// The folder of XML documentation files of the SDK that runs this program, or of the nearest other one. If there is none, the folder
    /// where it should have been, so that the message about the missing files names it; empty if there is no sign of an SDK.
    /// </summary>
    public static string Default { get; } =
        Find(DotnetRoots.All(), Environment.Version) ?? Expected(DotnetRoots.All(), Environment.Version);

    /// <summary>
    /// Looks in each root's reference packs: the exact version first, then the newest of the same release, then the newest of all. A root
    /// that has any wins over the roots after it.
    /// </summary>
    /// <returns>The folder, or null if no root has a pack with documentation.</returns>
    internal static string? Find(IEnumerable<string> roots, Version version) =>
        roots.Select(root => Best(Path.Combine(root, "packs", Pack), version)).FirstOrDefault(static folder => folder is not null);

    private static string? Best(string pack, Version wanted)
    {
        if (!Directory.Exists(pack))
        {
            return null;
        }

        var found =
            from folder in Directory.EnumerateDirectories(pack)
            let version = Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var parsed) ? parsed : null
            where version is not null
            let docs = DocsOf(folder, version)
            where Directory.Exists(docs) && Directory.EnumerateFiles(docs, "*.xml").Any()
            orderby version == wanted descending, SameRelease(version, wanted) descending, version descending, folder descending
            select docs;
        return found.FirstOrDefault();
    }

    private static string Expected(IEnumerable<string> roots, Version version) =>
        roots.Select(root => DocsOf(Path.Combine(root, "packs", Pack, version.ToString()), version)).FirstOrDefault() ?? "";

    private static string DocsOf(string folder, Version version) => Path.Combine(folder, "ref", $"net{version.Major}.{version.Minor}");

    private static bool SameRelease(Version left, Version right) => left.Major == right.Major && left.Minor == right.Minor;
}
