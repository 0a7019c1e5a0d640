using System.CommandLine;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.Help;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

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
            var code = await Parse(args, app).InvokeAsync(Invocation(console), app.Interruption.Stop);

            // A full disk behind the output shows here.
            console.Out.Flush();
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
                await console.Error.WriteLineAsync(Printable.Line(hint));
            }

            return ExitCode.Usage;
        }
        catch (ParameterException exception)
        {
            console.WriteError(exception.Message);
            return ExitCode.Usage;
        }
        catch (RegistryException exception)
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
            console.WriteError(Failure.Explain(exception, app));
            return ExitCode.Failure;
        }
        finally
        {
            app.Interruption.StopListening();
        }
    }

    private static ParseResult Parse(IReadOnlyList<string> given, AppEnvironment app)
    {
        var args = PipelineNamePosition.Normalize(given, CommandTree.PipelineVerbs, app.PipelineNames);
        var root = CommandTree.Build(new VerbScope(app, args));

        // A value that starts with '@' is a value: no response files. Bundling would read '-5' as options.
        var parse = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (args.Count == 0)
        {
            HelpPage.Write(parse.CommandResult, app);
            throw new UsageException("what to do is missing: name a verb, such as 'run'");
        }

        return parse.Errors.Count == 0 ? parse : throw CommandLineProblems.Describe(parse, args, app);
    }

    /// <summary>
    /// Signals are handled by this program, so that a run can be resumed; exceptions too, so that they read like everything else.
    /// </summary>
    private static InvocationConfiguration Invocation(AppConsole console) =>
        new()
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = console.Out,
            Error = console.Error,
        };
}
