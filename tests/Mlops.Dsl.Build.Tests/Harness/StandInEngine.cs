namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The engine as a main method sees it: a package that calls back while main has not returned.</summary>
internal static class StandInEngine
{
    /// <summary>The package. Whoever runs the program sets its field <c>Engine</c> to what runs the stages.</summary>
    public static CorpusProject Project
    {
        get
        {
            var project = new CorpusProject("Mlops.Dsl.Runtime", Role.Package);
            project.Files["PipelineApp.cs"] = """
                namespace Mlops.Dsl;
                public sealed class PipelineAppOptions
                {
                    public IServiceProvider? Services { get; set; }
                    public string DefaultStore { get; set; } = ".mlops";
                    public object? LoggerFactory { get; set; }
                }
                public static class PipelineApp
                {
                    public static Action? Engine;
                    public static IServiceProvider? Services { get; private set; }
                    public static async Task<int> RunAsync(string[] args, Action<PipelineAppOptions>? configure = null)
                    {
                        var options = new PipelineAppOptions();
                        configure?.Invoke(options);
                        Services = options.Services;
                        await Task.CompletedTask;
                        Engine?.Invoke();
                        return 0;
                    }
                }
                """;
            return project;
        }
    }
}
