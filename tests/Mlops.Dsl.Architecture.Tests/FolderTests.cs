namespace Mlops.Dsl.Architecture.Tests;

/// <summary>Within a project, folders are the parts; one may know another, or the other it, and not both.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_know_each_other(string project)
    {
        var cycles = FolderGraph.Read(Path.Combine(Repository.Root, project)).Cycles().ToList();

        Assert.True(
            cycles.Count == 0,
            string.Join('\n', cycles.Select(static cycle => $"{cycle.Folders} know each other:\n{cycle.Uses}").Prepend($"In {project}:"))
        );
    }
}
