using System.Reflection;
using Mlops.Dsl.Package.Tests;

namespace Hello.Tests;

/// <summary>The pipeline in one file, from its source.</summary>
public sealed class HelloTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("hello-store-").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public void It_publishes_then_has_nothing_to_do_then_refuses_what_is_too_noisy()
    {
        Assert.Contains("published thermometer version 1", Run("run").Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("nothing to do: 7 stages reused", Run("run").Expect(0).Output, StringComparison.Ordinal);

        var refused = Run("run", "--noise", "5").Expect(3).Output;

        Assert.Contains("Close refused: error is", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("published", refused, StringComparison.Ordinal);
    }

    private CommandResult Run(params string[] arguments) =>
        Command.Dotnet(
            Path.Combine(Metadata("RepositoryRoot"), "examples", "Hello"),
            ["run", "hello.cs", "--configuration", Metadata("Configuration"), "--", .. arguments, "--store", _store]
        );

    private static string Metadata(string key) =>
        typeof(HelloTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
