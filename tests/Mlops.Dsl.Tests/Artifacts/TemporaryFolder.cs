namespace Mlops.Dsl.Tests.Artifacts;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mlops-test-").FullName;

    public string Write(string path, string content = "")
    {
        var location = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(location)!);
        File.WriteAllText(location, content);
        return location;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
