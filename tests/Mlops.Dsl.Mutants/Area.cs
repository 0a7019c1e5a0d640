namespace Mlops.Dsl.Mutants;

/// <summary>Code whose tests are tried.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Project">The library, from the repository's root.</param>
/// <param name="Paths">Folders and files of the library, from the repository's root.</param>
/// <param name="Tests">The test programs.</param>
internal sealed record Area(string Name, string Project, IReadOnlyList<string> Paths, IReadOnlyList<string> Tests)
{
    private const string Runtime = "src/Mlops.Dsl.Runtime";
    private const string Engine = "src/Mlops.Dsl.Engine";
    private const string Storage = "src/Mlops.Dsl.Storage";
    private const string Sqlite = "src/Mlops.Dsl.Storage.Sqlite";
    private const string Core = "src/Mlops.Dsl";
    private const string Build = "src/Mlops.Dsl.Build";

    private static readonly string[] RuntimeTests = ["Mlops.Dsl.Runtime.Tests"];

    /// <summary>The areas whose slips would break the promises.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new("keys", Engine, [$"{Engine}/Keys", $"{Engine}/Runs/StageCache.cs", $"{Engine}/Runs/ResumeChain.cs"], RuntimeTests),
        new("storage", Sqlite, [Sqlite], RuntimeTests),
        new("durability", Engine, [$"{Engine}/Runs", $"{Engine}/Values", $"{Engine}/Stages", $"{Engine}/Fingerprints"], RuntimeTests),
        new("serialization", Core, [$"{Core}/Serialization", $"{Core}/Codecs"], ["Mlops.Dsl.Tests"]),
        new("secrets", Engine, [$"{Engine}/Secrets", $"{Engine}/Stages/StageLog.cs"], RuntimeTests),
        new(
            "fingerprints",
            Build,
            [$"{Build}/Hashing", $"{Build}/Initializers", $"{Build}/Parts", $"{Build}/Walking"],
            ["Mlops.Dsl.Build.Tests"]
        ),
    ];

    /// <summary>The area of a name, or one for a folder or file.</summary>
    /// <exception cref="MutantsException">There is neither.</exception>
    public static Area Find(string name, string root)
    {
        if (All.FirstOrDefault(area => area.Name == name) is { } known)
        {
            return known;
        }

        var path = name.Replace('\\', '/').TrimEnd('/');
        var project = ((string[])[Runtime, Engine, Sqlite, Storage, Build, Core]).FirstOrDefault(project =>
            path == project || path.StartsWith(project + "/", StringComparison.Ordinal)
        );
        return project is not null && Path.Exists(Path.Combine(root, path))
            ? new Area(path, project, [path], [TestsOf(project)])
            : throw new MutantsException(
                $"'{name}' is neither an area ({string.Join(", ", All.Select(static area => area.Name))}) nor a folder under {Runtime}, "
                    + $"{Engine}, {Storage}, {Sqlite}, {Core} or {Build}."
            );
    }

    // Storage, engine and program are tried together.
    private static string TestsOf(string project) =>
        project is Runtime or Engine or Sqlite or Storage ? RuntimeTests[0] : Path.GetFileName(project) + ".Tests";

    /// <summary>Whether a file, from the repository's root, belongs to it.</summary>
    public bool Contains(string file) => Paths.Any(path => file == path || file.StartsWith(path + "/", StringComparison.Ordinal));
}
