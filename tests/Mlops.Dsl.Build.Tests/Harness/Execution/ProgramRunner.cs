using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>Runs a program's set-up and its stages, as the engine would.</summary>
public static class ProgramRunner
{
    // What a set-up does to the process must reach no other program.
    private static readonly Lock OneAtATime = new();

    /// <summary>The stages' results as text, by the stages' names.</summary>
    /// <param name="program">The program to run.</param>
    /// <param name="only">The one stage to run, or all in the order of their names.</param>
    public static Dictionary<string, string> Run(CompiledProgram program, string? only = null)
    {
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        lock (OneAtATime)
        {
            using var state = new ProcessState();

            // A thread of its own has neither thread-static nor asynchronous local state of the programs before.
            ExceptionDispatchInfo? failure = null;
            var thread = new Thread(() => failure = Attempt(() => Run(program, only, results)));
            thread.UnsafeStart();
            thread.Join();
            failure?.Throw();
        }

        return results;
    }

    private static ExceptionDispatchInfo? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    private static void Run(CompiledProgram program, string? only, Dictionary<string, string> results)
    {
        var context = new ProgramContext(program);
        try
        {
            Assembly.SetEntryAssembly(context.Main);
            using var names = context.EnterContextualReflection();
            RuntimeHelpers.RunModuleConstructor(context.Main.ManifestModule.ModuleHandle);
            var stages = new StageCalls(context);
            context.ConnectEngine(() => stages.Run(only, results));
            context.RunSetUp();
            if (!stages.HaveRun)
            {
                stages.Run(only, results);
            }
        }
        finally
        {
            context.Unload();
        }
    }
}
