#!/usr/bin/env dotnet
// The repository's own commands. Each does all the set-up that it needs:
//   dotnet run build.cs demo     lives the whole life of a model, with examples/Income in artifacts/demo; a second time most is reused
//   dotnet run build.cs demo text   builds examples/ApiDocs and runs it twice: the second run has nothing to do
//   dotnet run build.cs test     builds everything with warnings as errors and runs every test
//   dotnet run build.cs bench    measures everything that the documentation claims, beside its floor
//   dotnet run build.cs bench others   measures reruns beside make, ninja, SCons, doit, Snakemake and DVC, as far as they are there
//   dotnet run build.cs bench builds   measures what the analyzers cost in whole compilations by the SDK's compiler
//   dotnet run build.cs bench fingerprints   measures what the walk takes that computes fingerprints
//   dotnet run build.cs sweep mutants [area or folder...]   makes slips in the product's own code, lists those that no test notices
//   dotnet run build.cs sweep fuzz [times]   runs the tests that damage, kill and invent at random, many times their usual size
//   dotnet run build.cs sweep long   runs the tests that take minutes each and that `test` leaves out
//   dotnet run build.cs format   lays all code out as the tests demand it (.csharpierrc.yaml)
//   dotnet run build.cs pack     makes the NuGet packages in artifacts/packages, or where --output says, and says how to use them;
//                                --gpu: also the one for NVIDIA graphics processors, for which 305 MB are restored
#:property PublishAot=false

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

var root = Path.GetDirectoryName(ScriptPath())!;
var rest = args.Length > 1 ? args[1..] : [];

return args.FirstOrDefault() switch
{
    "demo" => Demo(),
    "test" => Test(),
    "bench" => Bench(),
    "sweep" => Sweep(),
    "pack" => Pack(),
    "format" => Format("format"),
    var other => Usage(other),
};

int Demo() => rest is ["text", .. var more] ? DemoOfText(more) : DemoOfLifecycle();

int DemoOfLifecycle()
{
    var code = Build("examples", "Income.Demo");
    return code != 0
        ? code
        : Dotnet("exec", Output("examples", "Income.Demo"), Output("examples", "Income"), Path.Combine(root, "artifacts", "demo"));
}

int DemoOfText(string[] more)
{
    var code = Build("examples", "ApiDocs");
    if (code != 0)
    {
        return code;
    }

    foreach (var title in (string[])["The pipeline, cold or changed:", "The same again: nothing is left to do."])
    {
        Console.WriteLine();
        Console.WriteLine(title);
        code = Dotnet(["exec", Output("examples", "ApiDocs"), "run", "--store", Path.Combine(root, ".mlops"), .. more]);
        if (code != 0)
        {
            return code;
        }
    }

    return 0;
}

int Test()
{
    var code = Format("check");
    if (code != 0)
    {
        Console.Error.WriteLine("Lay the code out by: dotnet run build.cs format");
        return code;
    }

    code = Dotnet("build", "Mlops.Dsl.sln", "--configuration", "Release", "--verbosity", "quiet", "--nologo");
    if (code != 0)
    {
        return code;
    }

    var results = Path.Combine(root, "artifacts", "test-results");
    if (Directory.Exists(results))
    {
        Directory.Delete(results, recursive: true);
    }

    // Two at a time, the longest first: they begin at once, and the short ones fill what is left.
    string[] longest = ["Mlops.Dsl.Analyzers.Tests", "Mlops.Dsl.Package.Tests", "Mlops.Dsl.Runtime.Tests", "Mlops.Dsl.Build.Tests"];
    var projects = new ConcurrentQueue<string>(
        Directory
            .GetFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .OrderBy(project =>
                Array.IndexOf(longest, Path.GetFileNameWithoutExtension(project)) is >= 0 and var place ? place : longest.Length
            )
            .ThenBy(static project => project, StringComparer.Ordinal)
    );
    string[] chosen = Array.IndexOf(rest, "--filter") < 0 ? ["--filter", "kind!=long", .. rest] : rest;
    var failedRuns = 0;
    Parallel.For(
        0,
        2,
        _ =>
        {
            while (projects.TryDequeue(out var project))
            {
                var name = Path.GetFileNameWithoutExtension(project);
                var exitCode = Dotnet([
                    "test",
                    project,
                    "--configuration",
                    "Release",
                    "--no-build",
                    "--nologo",
                    "--verbosity",
                    "quiet",
                    "--logger",
                    $"trx;LogFileName={name}.trx",
                    "--logger",
                    "console;verbosity=minimal",
                    "--results-directory",
                    results,
                    .. chosen,
                ]);
                Interlocked.Add(ref failedRuns, exitCode == 0 ? 0 : 1);
            }
        }
    );

    var (passed, failed, skipped) = Count(results);
    foreach (var reason in SkipReasons(results))
    {
        Console.WriteLine($"skipped: {reason}");
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
    return failed > 0 || failedRuns > 0 || passed == 0 ? 1 : 0;
}

int Format(string command)
{
    var code = Dotnet("tool", "restore", "--verbosity", "quiet");
    return code != 0 ? code : Dotnet("csharpier", command, ".", "--log-level", "warning");
}

int Bench()
{
    var code = Build("tests", "Mlops.Dsl.Benchmarks");
    return code != 0 ? code : Dotnet(["exec", Output("tests", "Mlops.Dsl.Benchmarks"), .. rest]);
}

int Sweep()
{
    var more = rest.Length > 1 ? rest[1..] : [];
    return rest.FirstOrDefault() switch
    {
        "mutants" => SweepMutants(more),
        "fuzz" => SweepFuzz(more.FirstOrDefault() ?? "20"),
        "long" => SweepLong(),
        null or "all" => new[] { SweepLong(), SweepFuzz("20"), SweepMutants([]) }.Max(),
        var other => Usage($"sweep {other}"),
    };
}

int SweepMutants(string[] arguments)
{
    foreach (var project in (string[])["Mlops.Dsl.Tests", "Mlops.Dsl.Runtime.Tests", "Mlops.Dsl.Build.Tests", "Mlops.Dsl.Mutants"])
    {
        var code = Build("tests", project);
        if (code != 0)
        {
            return code;
        }
    }

    return Dotnet(["exec", Output("tests", "Mlops.Dsl.Mutants"), .. arguments]);
}

// The tests marked as sweeps read the variable; alone they run once.
int SweepFuzz(string times)
{
    Environment.SetEnvironmentVariable("MLOPS_SWEEP", times);
    string[] projects =
    [
        "Mlops.Dsl.Tests",
        "Mlops.Dsl.Runtime.Tests",
        "Mlops.Dsl.Build.Tests",
        "Mlops.Dsl.Analyzers.Tests",
        "Mlops.Dsl.Serving.Tests",
    ];
    return projects.Max(project => TestsOfKind(project, "sweep"));
}

int SweepLong() => TestsOfKind("Mlops.Dsl.Package.Tests", "long");

int TestsOfKind(string project, string kind) =>
    Dotnet(
        "test",
        Path.Combine("tests", project),
        "--configuration",
        "Release",
        "--nologo",
        "--verbosity",
        "quiet",
        "--filter",
        $"kind={kind}"
    );

int Pack()
{
    var chosen = Array.IndexOf(rest, "--output") is >= 0 and var at && at + 1 < rest.Length ? rest[at + 1] : null;
    var output = Path.GetFullPath(chosen ?? Path.Combine(root, "artifacts", "packages"));
    string[] others = [.. rest.Where(argument => argument is not ("--output" or "--gpu") && argument != chosen)];
    if (Directory.Exists(output))
    {
        // What an earlier version left would be offered beside the new one.
        Array.ForEach(Directory.GetFiles(output, "Mlops.Dsl*.nupkg"), File.Delete);
    }

    Console.WriteLine("Packing the library with the build step and the analyzers, the packages beside it, and the template.");
    string[] gpu = rest.Contains("--gpu") ? ["src/Mlops.Dsl.OnnxRuntime.Gpu"] : [];
    foreach (var project in (string[])["eng/Packages.slnf", "templates", .. gpu])
    {
        var code = Dotnet([
            "pack",
            project,
            "--configuration",
            "Release",
            "--output",
            output,
            "--verbosity",
            "quiet",
            "--nologo",
            .. others,
        ]);
        if (code != 0)
        {
            return code;
        }
    }

    DescribePackages(output);
    return 0;
}

void DescribePackages(string feed)
{
    var packages = Directory.GetFiles(feed, "Mlops.Dsl*.nupkg").Order(StringComparer.Ordinal).ToArray();
    Console.WriteLine($"The packages lie in {feed}:");
    foreach (var package in packages)
    {
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {Path.GetFileName(package)}  {new FileInfo(package).Length / 1024.0:#,0} KiB")
        );
    }

    var template = packages.FirstOrDefault(static package => Path.GetFileName(package).Contains(".Templates.", StringComparison.Ordinal));
    Console.WriteLine();
    Console.WriteLine("Take them from there, once for this user:");
    Console.WriteLine($"  dotnet nuget add source \"{feed}\" --name mlops-dsl");
    Console.WriteLine($"  dotnet new install \"{template}\"");
    var restored = packages.Select(RestoredBefore).Where(Directory.Exists).ToArray();
    if (restored.Length > 0)
    {
        Console.WriteLine();
        Console.WriteLine("Packages of this version were restored before. Projects go on using those until they are deleted:");
        Array.ForEach(restored, static folder => Console.WriteLine($"  {folder}"));
    }
}

// Where NuGet unpacks a package once it is used. Its file is <id>.<version>.nupkg, and a version begins with a digit.
string RestoredBefore(string package)
{
    var parts = Path.GetFileNameWithoutExtension(package).Split('.');
    var id = parts.TakeWhile(static part => !char.IsAsciiDigit(part[0])).ToArray();
    return Path.Combine(PackageCache(), string.Join('.', id).ToLowerInvariant(), string.Join('.', parts[id.Length..]).ToLowerInvariant());
}

// Where NuGet unpacks what projects use.
string PackageCache() =>
    Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

int Usage(string? command)
{
    Console.Error.WriteLine(command is null ? "A command is missing." : $"There is no command '{command}'.");
    Console.Error.WriteLine("Use: dotnet run build.cs demo [text] | test | bench | sweep [mutants | fuzz | long | all] | pack | format");
    return 2;
}

int Build(string folder, string project) =>
    Dotnet("build", Path.Combine(folder, project), "--configuration", "Release", "--verbosity", "quiet", "--nologo");

string Output(string folder, string project) => Path.Combine(root, folder, project, "bin", "Release", "net10.0", $"{project}.dll");

int Dotnet(params string[] arguments)
{
    var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
    {
        WorkingDirectory = root,
    };

    // What `dotnet run` sets for this script must not leak into the builds that it starts.
    foreach (
        var variable in (string[])["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly"]
    )
    {
        start.Environment.Remove(variable);
    }

    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

static (int Passed, int Failed, int Skipped) Count(string folder)
{
    var (passed, failed, skipped) = (0, 0, 0);
    foreach (var result in Results(folder))
    {
        switch ((string?)result.Attribute("outcome"))
        {
            case "Passed":
                passed++;
                break;
            case "NotExecuted":
                skipped++;
                break;
            default:
                failed++;
                break;
        }
    }

    return (passed, failed, skipped);
}

static IEnumerable<string> SkipReasons(string folder) =>
    from result in Results(folder)
    where (string?)result.Attribute("outcome") == "NotExecuted"
    let reason = result.Descendants().FirstOrDefault(element => element.Name.LocalName is "Message" or "StdOut")?.Value.Trim()
    select $"{(string?)result.Attribute("testName")}{(reason is null ? "" : $" ({reason})")}";

static IEnumerable<XElement> Results(string folder) =>
    Directory.Exists(folder)
        ? Directory
            .GetFiles(folder, "*.trx")
            .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
        : [];

static string ScriptPath([CallerFilePath] string path = "") => path;
