using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>An identifier that no second run can make again.</summary>
internal sealed class RandomIdentifier : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4002",
        "Stage makes a random identifier",
        "{0} makes a random identifier with '{1}', so that its output differs from run to run; derive the identifier from the content, or "
            + "draw it from the context's random generator",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two runs on the same data give different outputs, and everything downstream runs again. Identifiers that end in "
            + "logs, or that name temporary files, are not reported.",
        helpLinkUri: RuleHelp.Link("MLP4002")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.Guid", "System.IO.Path"];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) => member is IMethodSymbol { Name: "NewGuid" or "CreateVersion7" or "GetRandomFileName" };

    public override Fault? Check(ReachedOperation operation) =>
        ValueUses.UnlessHarmless(operation, operation.Fault(operation.MemberName), IsFileName);

    /// <summary>The name of a file, which is no part of its content.</summary>
    private static bool IsFileName(IOperation use) =>
        use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } }
        && (method.ContainingType.Name, method.Name) is ("Path", "Combine" or "Join") or ("StageContext", "CreateFile");
}
