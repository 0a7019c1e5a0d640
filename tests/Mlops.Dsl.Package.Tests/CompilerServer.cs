namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// A compiler server of these tests' own. Users' builds share a warm compiler, too; this one serves nobody else, whatever the machine's
/// settings are, and ends with the tests.
/// </summary>
internal static class CompilerServer
{
    private static readonly string Id = $"mlops-package-tests-{Guid.NewGuid():N}";

    /// <summary>Has builds use the server, which the first of them starts. MSBuild takes variables for properties.</summary>
    public static void Use()
    {
        Command.Variables["UseSharedCompilation"] = "true";
        Command.Variables["SharedCompilationId"] = Id;
    }

    /// <summary>Ends the server.</summary>
    /// <param name="folder">Where its SDK is in force, and a file may be made.</param>
    public static void Stop(string folder)
    {
        var project = Path.Combine(folder, "sdk.proj");
        File.WriteAllText(project, """<Project Sdk="Microsoft.NET.Sdk" />""");
        var compilers = Command.Dotnet(folder, "msbuild", project, "-getProperty:RoslynTargetsPath").Expect(0).Output.Trim();
        Command.Dotnet(folder, "exec", Path.Combine(compilers, "bincore", "VBCSCompiler.dll"), $"-pipename:{Id}", "-shutdown").Expect(0);
    }
}
