using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>What another program does is in no fingerprint, and what it reads is in no cache key.</summary>
internal sealed class ProcessStarted : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3007",
        "Cached stage starts a process",
        "{0} starts a process with '{1}': no cache key knows what that program is or reads, so that its old result may be reused; mark the "
            + "stage [NoCache], or call a library",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The cache key of a stage covers its code and its inputs. A process that it starts is neither: another version of the "
            + "program, or other files that it reads, give another result under the same key.",
        helpLinkUri: RuleHelp.Link("MLP3007")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.Diagnostics.Process"];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) => member is IMethodSymbol { Name: "Start" };

    public override Fault? Check(ReachedOperation operation) => operation.Fault(operation.MemberName);
}
