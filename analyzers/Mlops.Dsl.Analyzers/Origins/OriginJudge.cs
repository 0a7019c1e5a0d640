using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Judges paths by where they come from: at once where the body around tells, else when every body was seen.</summary>
internal sealed class OriginJudge(OriginGraph graph, OriginReader reader, CallGraph calls, KnownTypes types)
{
    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Read(IOperation? value) => reader.Read(value);

    /// <summary>A fault that is one only if a path does not come from the engine; null if it surely does.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">Where the path comes from.</param>
    /// <param name="artifactFiles">Whether the files of artifacts are fine: for reading they are.</param>
    public Fault? UnlessTracked(Fault fault, Origin path, bool artifactFiles)
    {
        // What a helper writes to may be made an artifact by the stage that calls it: the end of the compilation tells.
        Func<StageReach, bool> confirm = reach => new OriginTrace(graph, types, artifactFiles, reach, calls).Follow(path) == Verdict.Untracked;
        return new OriginTrace(graph, types, artifactFiles, scope: null, calls: null).Follow(path) switch
        {
            Verdict.Untracked => fault with { ConfirmInHelper = confirm },
            Verdict.Undecided => fault with { Confirm = confirm },
            _ => null,
        };
    }
}
