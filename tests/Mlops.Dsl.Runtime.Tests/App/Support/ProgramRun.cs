using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>The program, run in this process with captured output.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of the error output that report problems.</summary>
    public IReadOnlyList<string> Errors => [.. Error.Split(Environment.NewLine).Where(line => line.StartsWith("error: ", StringComparison.Ordinal)).Select(line => line[7..])];

    public static Task<ProgramRun> OfAsync(PipelineDefinition definition, params string[] args) => OfAsync([definition], args);

    public static async Task<ProgramRun> OfAsync(
        IReadOnlyList<PipelineDefinition> definitions, string[] args, Dictionary<string, string>? variables = null, Interruption? interruption = null, bool color = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var signals = new Interruption();
        var code = await AppProgram.RunAsync(args, new AppEnvironment
        {
            CommandName = "docs",
            Console = new AppConsole(output, error) { UsesColor = color },
            Options = new PipelineAppOptions(),
            PipelineNames = [.. definitions.Select(definition => definition.Name)],
            FindPipeline = name => definitions.FirstOrDefault(definition => definition.Name == name),
            GetVariable = name => variables?.GetValueOrDefault(name),
            Interruption = interruption ?? signals,
        });
        return new ProgramRun(code, output.ToString(), error.ToString());
    }
}
