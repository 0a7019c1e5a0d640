using System.Runtime.InteropServices;

namespace ApiDocs.Reading;

/// <summary>Tells where .NET may be installed.</summary>
internal static class DotnetRoots
{
    /// <summary>
    /// The folders that hold a <c>dotnet</c>, the likeliest first: that of the running runtime (a self-contained program has none), of
    /// the environment, of the host that started this program, and of the <c>dotnet</c> on the path.
    /// </summary>
    public static IReadOnlyList<string> All() =>
        [
            .. new[]
            {
                OfRuntime(RuntimeEnvironment.GetRuntimeDirectory()),
                Environment.GetEnvironmentVariable("DOTNET_ROOT"),
                OfProgram(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")),
            }
                .Concat(OnPath(Environment.GetEnvironmentVariable("PATH")))
                .OfType<string>()
                .Where(static root => root.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The root above <c>shared/Microsoft.NETCore.App/10.0.0</c>, or null if the runtime does not lie in such a place.</summary>
    internal static string? OfRuntime(string folder)
    {
        var version = new DirectoryInfo(Path.TrimEndingDirectorySeparator(folder));
        return version.Parent?.Parent is { Name: "shared", Parent: { } root } ? root.FullName : null;
    }

    /// <summary>The folders of the path that hold a <c>dotnet</c>, links followed: packages put a link into <c>/usr/bin</c>.</summary>
    internal static IEnumerable<string> OnPath(string? path) =>
        (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static folder => OfProgram(Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")))
            .OfType<string>();

    private static string? OfProgram(string? program) =>
        program is null || !File.Exists(program)
            ? null
            : Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(program));
}
