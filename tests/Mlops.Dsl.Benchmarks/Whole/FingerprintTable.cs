using System.Globalization;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Benchmarks.Synthetic;
using Mlops.Dsl.Build.Manifests;
using Mlops.Dsl.Build.Manifests.Constants;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Walking;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What the build's walk takes, without the start of its process: whole programs, from their bytes to what is written.</summary>
internal static class FingerprintTable
{
    private const int Stages = 10_000;
    private const OutputKind Library = OutputKind.DynamicallyLinkedLibrary;

    private static readonly (string Name, OutputKind Kind, Func<IReadOnlyList<string>> Sources)[] Programs =
    [
        ("the example of this repository", Library, static () => ExampleSolution.Sources(1, isShared: true)),
        ("10,000 stages in one pipeline", Library, static () => [PipelineSource.Chain("Chain", Stages)]),
        ("10,000 stages that read what main sets", OutputKind.ConsoleApplication, static () => SetUpSource.Chain(Stages)),
        ("10,000 stages in many pipelines that share their helpers", Library, static () => ExampleSolution.Sources(Stages, isShared: true)),
    ];

    /// <summary>Prints the medians of warm walks.</summary>
    /// <param name="arguments">How often to measure, and parts of the names of the programs to measure; all without.</param>
    public static void Print(IReadOnlyCollection<string> arguments)
    {
        var numbers = arguments.Where(static argument => argument.All(char.IsAsciiDigit)).ToList();
        var repetitions = numbers.Count == 0 ? 3 : int.Parse(numbers[0], CultureInfo.InvariantCulture);
        var which = arguments.Except(numbers).ToList();
        Console.WriteLine("| walk of | stages | median | fastest |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, kind, sources) in Programs.Where(IsWanted))
        {
            var image = Compile(sources(), kind);
            var stages = Walk(image);
            var times = Enumerable
                .Range(0, repetitions)
                .Select(_ => Measure.Once(GC.Collect, () => Walk(image)).TotalMilliseconds)
                .ToList();
            var median = Measure.Median(times, static time => time);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {stages} | {median:0} ms | {times.Min():0} ms |"));
        }

        bool IsWanted((string Name, OutputKind Kind, Func<IReadOnlyList<string>> Sources) program) =>
            which.Count == 0 || which.Exists(text => program.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] Compile(IReadOnlyList<string> sources, OutputKind kind)
    {
        var compilation = CompilerHost.Compile(sources);
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(kind));
        CompilerHost.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var image = new MemoryStream();
        var emitted = generated.Emit(image);
        return emitted.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join(Environment.NewLine, emitted.Diagnostics));
    }

    /// <summary>Does what the tool does, but for reading and writing files.</summary>
    /// <returns>The number of stages.</returns>
    private static int Walk(byte[] image)
    {
        using var modules = new ModuleSet(new WalkedModule(image, "Synthetic.dll"));
        foreach (var package in ProductAssemblies.Locations)
        {
            using var file = File.OpenRead(package);
            modules.Add(PackageModule.Read(file, Path.GetFileName(package)));
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll"))
        {
            modules.AddFramework(Path.GetFileNameWithoutExtension(file));
        }

        var pipelines = Fingerprinter.Compute(modules);
        var constants = new SymbolConstants(modules);
        foreach (var pipeline in pipelines)
        {
            using var manifest = new MemoryStream();
            ManifestFile.Write(manifest, pipeline);
            var hash = Convert.ToHexStringLower(SHA256.HashData(manifest.ToArray()));
            var program = ProgramRecord.Format(pipeline, modules, new HashSet<string>(), hash);
            FingerprintsFile.Write(Stream.Null, pipeline, program, constants);
        }

        return pipelines.Sum(static pipeline => pipeline.Stages.Count);
    }
}
