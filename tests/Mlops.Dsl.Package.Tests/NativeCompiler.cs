using System.Runtime.InteropServices;

namespace Mlops.Dsl.Package.Tests;

/// <summary>Compiles programs ahead of time, where the machine can.</summary>
internal static class NativeCompiler
{
    /// <summary>Publishes a project that sets <c>PublishAot</c>; a warning of any assembly fails it.</summary>
    /// <returns>The folder of the published program.</returns>
    public static string Publish(string project)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "compiling ahead of time is tried on Linux alone");
        var linker = ((string[])["clang", "gcc"]).FirstOrDefault(static name =>
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name)))
        );
        Assert.SkipWhen(linker is null, "there is neither clang nor gcc, one of which links what is compiled ahead of time");
        var output = Path.Combine(project, "published");
        var published = Command.Dotnet(
            project,
            "publish",
            "--nologo",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "-warnaserror",
            $"-p:CppCompilerAndLinker={linker}",
            "--output",
            output
        );
        Assert.SkipWhen(
            published.ExitCode != 0
                && published
                    .Output.Split('\n')
                    .Any(static line =>
                        line.Contains("error NU1", StringComparison.Ordinal)
                        && line.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase)
                    ),
            "no source of packages has the compiler Microsoft.DotNet.ILCompiler"
        );
        published.Expect(0);
        return output;
    }
}
