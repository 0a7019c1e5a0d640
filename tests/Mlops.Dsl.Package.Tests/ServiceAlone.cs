namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// Three projects: the rows; what trains and watches; and a service that knows the pipeline by its lock. They are the template's files, but
/// for the service's and a watch that tells what was logged.
/// </summary>
internal sealed class ServiceAlone
{
    private const string Rows = """<ProjectReference Include="../Flowers/Flowers.csproj" />""";

    private const string Lock = """<AdditionalFiles Include="../Training/garden.pipeline.lock.json" />""";

    private const string ServiceCode = """
        using Mlops.Dsl;

        namespace Garden;

        [Contract("garden.pipeline.lock.json")]
        public static partial class Training;

        /// <summary>Says of a flower how likely it is a poppy.</summary>
        [Service("garden")]
        public sealed partial class GardenService
        {
            /// <summary>Scores a flower with the model that is champion.</summary>
            [Predict(typeof(Training), "garden", Alias = "champion")]
            public partial ValueTask<Answer<FlowerScore>> Score(Measurement flower, CancellationToken cancellationToken);
        }
        """;

    private const string WatchCode = """
        using Mlops.Dsl;

        namespace Garden;

        [Pipeline("log", Version = "1.0.0")]
        public sealed partial class LogPipeline
        {
            [Window]
            public TimeWindow Window { get; init; }

            [Served(typeof(GardenService), nameof(GardenService.Score))]
            public partial Served<Measurement, FlowerScore> Traffic();

            [Publish("log")]
            public string Tell(Served<Measurement, FlowerScore> traffic) => string.Join('\n', traffic
                .OrderBy(row => row.RequestId, StringComparer.Ordinal)
                .Select(row =>
                    $"{row.RequestId} {row.Input.PetalLength:R} {row.Input.Colour} "
                    + $"{row.Prediction.Probability:R} {row.ModelVersion} {row.Label}"));
        }
        """;

    private static readonly string Output = Path.Combine("bin", "Debug", "net10.0");

    private readonly string _folder;

    /// <summary>Writes the projects.</summary>
    public ServiceAlone(PackedProduct product)
    {
        var template = product.CreateLifecycle("Garden", folder: "AloneTemplate");
        _folder = product.CreateFolder("Alone");
        void Add(string project, string properties, string items, string[] packages, params string[] files)
        {
            var target = Directory.CreateDirectory(Path.Combine(_folder, project)).FullName;
            Array.ForEach(files, file => File.Copy(Path.Combine(template, file), Path.Combine(target, file)));
            var references = packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{product.Version}\" />");
            File.WriteAllText(
                Path.Combine(target, $"{project}.csproj"),
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    {properties}
                  </PropertyGroup>
                  <ItemGroup>
                    {string.Concat(references)}{items}
                  </ItemGroup>
                </Project>
                """
            );
        }

        const string Program = "<OutputType>Exe</OutputType>";
        string[] serving = ["Mlops.Dsl.Serving", "Mlops.Dsl.OnnxRuntime"];
        string[] training = ["Mlops.Dsl.Data", "Mlops.Dsl.Learning", "Mlops.Dsl.MLNet", "Mlops.Dsl.Watching", .. serving];
        Add("Flowers", "", "", ["Mlops.Dsl"], "Flower.cs");
        Add("Training", Program, Rows, training, "GardenPipeline.cs", "GardenService.cs", "Program.cs");
        Add("Service", $"{Program}<PublishAot>true</PublishAot>", Rows + Lock, serving, "Program.cs");
        File.WriteAllText(Path.Combine(_folder, "Training", "LogPipeline.cs"), WatchCode);
        File.WriteAllText(Path.Combine(Service, "GardenService.cs"), ServiceCode);
        Directory.Move(Path.Combine(template, "data"), Path.Combine(_folder, "Training", "data"));
    }

    /// <summary>The folder of the service's project.</summary>
    public string Service => Path.Combine(_folder, "Service");

    /// <summary>The library of the service, as <c>dotnet build</c> makes it.</summary>
    public string ServiceLibrary => Path.Combine(Service, Output, "Service.dll");

    /// <summary>Builds what trains, with the pipeline's lock, and trains a model that is champion.</summary>
    public void Train()
    {
        var training = Path.Combine(_folder, "Training");
        Command.Dotnet(training, "build", "--nologo", "-p:WritePipelineLock=true").Expect(0);
        Run(training, "run", "garden");
        Run(training, "model", "approve", "garden", "1");
        Run(training, "model", "alias", "garden", "champion", "1");
    }

    /// <summary>Copies the store that the training filled.</summary>
    /// <returns>The folder that has the copy.</returns>
    public string CopyStore(string name)
    {
        var training = Path.Combine(_folder, "Training");
        var folder = Path.Combine(_folder, name);
        foreach (var file in Directory.GetFiles(Path.Combine(training, ".mlops"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(training, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>What the program that trains reads of the service's log, a line for each answer since a time.</summary>
    public string ReadLog(string folder, DateTimeOffset since)
    {
        Run(folder, "run", "log", "--from", since.UtcDateTime.ToString("O"), "--to", DateTimeOffset.UtcNow.UtcDateTime.ToString("O"));

        // Both streams are read as one, and which of them ends first nobody knows.
        return Run(folder, "artifact", "show", "log").Trim();
    }

    private string Run(string folder, params string[] arguments) =>
        Command.Dotnet(folder, ["exec", Path.Combine(_folder, "Training", Output, "Training.dll"), .. arguments]).Expect(0).Output;
}
