namespace Mlops.Dsl.Architecture.Tests;

/// <summary>Within a project, folders are the parts; one may know another, or the other it, and not both.</summary>
public sealed class FolderTests
{
    // What is known to be wrong, until it is mended: nothing may be added here.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        // One folder, which nobody looked into, before the engine became a project.
        ["src/Mlops.Dsl.Engine"] = [". Isolation Keys Runs Scheduling Secrets Stages Telemetry Watching"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_know_each_other(string project)
    {
        var cycles = FolderGraph.Read(Path.Combine(Repository.Root, project)).Cycles().ToList();

        Assert.True(
            Known.GetValueOrDefault(project, []).SequenceEqual(cycles.Select(static cycle => cycle.Folders)),
            string.Join('\n', cycles.Select(static cycle => $"{cycle.Folders} know each other:\n{cycle.Uses}").Prepend($"In {project}:"))
        );
    }
}
