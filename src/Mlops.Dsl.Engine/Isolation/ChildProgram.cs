using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Mlops.Dsl.Engine;

/// <summary>How a program is started that can run stages: one that hands its arguments to <c>PipelineApp.RunAsync</c>.</summary>
/// <param name="FileName">What is executed.</param>
/// <param name="Arguments">What comes before the program's own arguments, such as the path of its assembly after <c>dotnet</c>.</param>
public sealed record ChildProgram(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The verb that runs one stage. It is for programs, and in no help.</summary>
    internal const string Verb = "stage-exec";

    /// <summary>Tells a process that it was started for one stage, so that it does nothing else and starts none itself.</summary>
    internal const string Marker = "MLOPS_STAGE_EXEC";

    /// <summary>This program, once it has shown that it knows the verb; null in other hosts, such as test runners.</summary>
    internal static ChildProgram? OfProcess { get; private set; }

    /// <summary>Notes that this program does what its arguments say, as far as it is given them as they are.</summary>
    internal static void Register(IReadOnlyList<string> args)
    {
        if (Environment.GetCommandLineArgs().AsSpan(1).SequenceEqual(args.ToArray()))
        {
            OfProcess = Find();
        }
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', [FileName, .. Arguments]);

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A single-file program is started by its own path.")]
    private static ChildProgram? Find()
    {
        var isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet";
        var assembly = Assembly.GetEntryAssembly()?.Location;
        return Environment.ProcessPath is not { } process || (isHost && string.IsNullOrEmpty(assembly)) ? null
            : isHost ? new ChildProgram(process, [assembly!])
            : new ChildProgram(process, []);
    }
}
