using Microsoft.Extensions.Logging;

namespace Mlops.Dsl;

/// <summary>
/// What a program gives its pipelines: set it where the program calls
/// <see cref="PipelineApp.RunAsync(string[], Action{PipelineAppOptions})"/>.
/// </summary>
public sealed class PipelineAppOptions
{
    /// <summary>Where <see cref="FromServicesAttribute"/> parameters of stages are taken from.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>Where the engine and the stages log to, besides the run's own log in the store.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The folder of the store where neither <c>--store</c> nor the environment variable <c>MLOPS_STORE</c> names one.</summary>
    public string DefaultStore { get; set; } = ".mlops";
}
