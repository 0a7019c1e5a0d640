using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a body leaves to its callers to report: what code does that is there for all types is told where the type is known.
/// </summary>
/// <param name="context">The body.</param>
internal sealed class OpenFindings(FrameContext context)
{
    /// <summary>What is left so far.</summary>
    public ImmutableArray<OpenFinding> All { get; private set; } = [];

    /// <summary>Leaves something to the caller, unless that one gives nothing that it could be.</summary>
    public void Leave(OpenFinding finding)
    {
        if (
            context.Body.Method is not { } method
            || (
                method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction)
                && !method.Parameters.Any(static p => OpenTypes.Include(p.Type))
            )
        )
        {
            finding.Report(context.Engine.Report);
        }
        else if (!All.Contains(finding))
        {
            All = All.Add(finding);
        }
    }

    /// <summary>Reports what a call has left open, or leaves it to this body's caller.</summary>
    public void Close(FlowResult result, ImmutableArray<FlowArgument> arguments, IOperation site)
    {
        foreach (var finding in result.Open)
        {
            if (!finding.Report(arguments, site, context.Engine.Report))
            {
                Leave(finding);
            }
        }
    }
}
