using System.Reflection;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.App.Isolation;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl;

/// <summary>
/// The program around the pipelines of an assembly: <c>run</c>, <c>list</c>, <c>graph</c>, <c>explain</c> and the other verbs.
/// </summary>
/// <example><code>return await PipelineApp.RunAsync(args);</code></example>
public static class PipelineApp
{
    /// <summary>Does what the command line asks for.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>The exit code: 0 succeeded, 1 a stage failed, 2 usage or parameter error, 3 a gate refused, 130 cancelled.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, static _ => { });

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="configure">Sets what the program gives its pipelines, such as services.</param>
    /// <returns>The exit code: 0 succeeded, 1 a stage failed, 2 usage or parameter error, 3 a gate refused, 130 cancelled.</returns>
    public static Task<int> RunAsync(string[] args, Action<PipelineAppOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configure);
        return OpenFileLimit.IsTooLow() ? Task.FromResult(ExitCode.Failure) : StartAsync(args, configure);
    }

    private static async Task<int> StartAsync(string[] args, Action<PipelineAppOptions> configure)
    {
        var options = new PipelineAppOptions();
        configure(options);
        SqliteStore.Register();
        if (StageExec.IsAsked)
        {
            return await StageExec.RunAsync(args, options);
        }

        ChildProgram.Register(args);
        var isJson = args.Contains("--json", StringComparer.Ordinal);
        using var capture = new ConsoleCapture(isJson);
        LinkedAssemblies.Register(Assembly.GetEntryAssembly());
        var environment = AppEnvironment.OfProcess(options, capture);
        using var redirected = isJson ? StandardOutput.Redirect() : null;
        return await AppProgram.RunAsync(args, environment);
    }
}
