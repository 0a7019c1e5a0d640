using System.CommandLine;
using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.Help;

namespace Mlops.Dsl.Runtime.App;

/// <summary>Parses the command line, does what it says, and turns whatever goes wrong into one message and an exit code.</summary>
internal static class AppProgram
{
    /// <summary>Does what the arguments ask for.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, AppEnvironment app)
    {
        var console = app.Console;
        try
        {
            var code = await InvokeAsync(args, app);
            await console.Out.FlushAsync();
            return code;
        }
        catch (UsageException exception)
        {
            foreach (var problem in exception.Problems)
            {
                console.WriteError(problem);
            }

            if (exception.Hint is { } hint)
            {
                await console.Error.WriteLineAsync(hint);
            }

            return ExitCode.Usage;
        }
        catch (ParameterException exception)
        {
            console.WriteError(exception.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (app.Interruption.Stop.IsCancellationRequested)
        {
            console.WriteError("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception exception)
        {
            console.WriteError(Failure.Explain(exception));
            return ExitCode.Failure;
        }
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> args, AppEnvironment app)
    {
        var root = CommandTree.Build(new VerbScope(app, args));

        // A value that starts with '@' is a value: no response files. Bundling would read '-5' as options.
        var parse = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (args.Count == 0)
        {
            HelpPage.Write(parse.CommandResult, app);
            throw new UsageException("what to do is missing: name a verb, such as 'run'");
        }

        if (parse.Errors.Count > 0)
        {
            throw CommandLineProblems.Describe(parse, args, app);
        }

        // Signals are handled here, so that a run can be resumed; exceptions too, so that they read like everything else.
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = app.Console.Out, Error = app.Console.Error,
        };
        return await parse.InvokeAsync(configuration, app.Interruption.Stop);
    }
}
