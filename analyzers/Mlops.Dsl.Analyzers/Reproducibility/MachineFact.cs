using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A fact of one machine that reaches an output.</summary>
internal sealed class MachineFact : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4009",
        "Result depends on the machine",
        "{0} depends on the machine that it runs on through '{1}'; make it a parameter",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fact of one machine that reaches an output makes the run impossible to repeat on another one, and the cache reuse "
            + "what another machine computed. What ends in logs, or bounds how much runs in parallel, is not reported.",
        helpLinkUri: RuleHelp.Link("MLP4009")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Environment",
            "System.Runtime.InteropServices.RuntimeInformation",
            "System.OperatingSystem",
            "System.IO.Directory",
            "System.IO.Path",
            "System.GC",
            "System.Net.Dns",
            "System.Numerics.Vector`1",
            "System.Numerics.Vector",
            "Mlops.Dsl.FileArtifact",
        ];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) =>
        VectorSums.May(member)
        || IsPlatform(member)
        || KeptLocation.May(member)
        || (member.ContainingType.Name, member.Name)
            is
                (
                    "Environment",
                    "MachineName"
                        or "UserName"
                        or "UserDomainName"
                        or "OSVersion"
                        or "ProcessorCount"
                        or "CurrentDirectory"
                        or "SystemDirectory"
                        or "Version"
                        or "WorkingSet"
                        or "ProcessId"
                        or "ProcessPath"
                        or "CurrentManagedThreadId"
                        or "GetFolderPath"
                        or "SystemPageSize"
                        or "NewLine"
                )
                or
                ("RuntimeInformation", "OSDescription" or "FrameworkDescription" or "RuntimeIdentifier")
                or
                ("Directory", "GetCurrentDirectory")
                or
                ("Path", "GetTempPath")
                or
                ("GC", "GetTotalMemory" or "GetGCMemoryInfo")
                or
                ("Dns", "GetHostName");

    public override Fault? Check(ReachedOperation operation) =>
        operation.Member switch
        {
            { } member when VectorSums.May(member) => VectorSums.DecideBy(operation.Operation)
                ? operation.Fault(operation.MemberName)
                : null,
            { } member when KeptLocation.May(member) => KeptLocation.Is(operation) ? operation.Fault(operation.MemberName) : null,
            { } member when IsPlatform(member) => ChoosesNumber(operation.Operation) ? operation.Fault(operation.MemberName) : null,
            _ => ValueUses.UnlessHarmless(operation, operation.Fault(operation.MemberName), BoundsParallelism),
        };

    private static bool IsPlatform(ISymbol member) =>
        member is IMethodSymbol { ContainingType.Name: "OperatingSystem", IsStatic: true }
            && member.Name.StartsWith("Is", StringComparison.Ordinal)
        || member is IMethodSymbol { ContainingType.Name: "RuntimeInformation", Name: "IsOSPlatform" };

    /// <summary>
    /// Whether a question about the platform chooses between numbers. That paths, names and libraries are other ones there is what it is
    /// asked for.
    /// </summary>
    private static bool ChoosesNumber(IOperation asked)
    {
        var (child, parent) = (asked, asked.Parent);
        while (parent is IUnaryOperation or IBinaryOperation or IConversionOperation)
        {
            (child, parent) = (parent, parent.Parent);
        }

        return parent switch
        {
            IConditionalOperation { Type: { } type } choice => choice.Condition == child && IsNumber(type),
            IConditionalOperation choice => choice.Condition == child
                && choice
                    .DescendantsAndSelf()
                    .Any(static step =>
                        step switch
                        {
                            IReturnOperation { ReturnedValue.Type: { } type } => IsNumber(type),
                            IAssignmentOperation { Target.Type: { } type } => IsNumber(type),
                            _ => false,
                        }
                    ),
            IVariableInitializerOperation when child.DeclaredLocal() is { } local => child.Root().Uses(local).Any(ChoosesNumber),
            _ => false,
        };
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool BoundsParallelism(IOperation use) =>
        use switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" } } => true,
            IArgumentOperation
            {
                Parameter.Name: "degreeOfParallelism" or "initialCount" or "maxCount" or "concurrencyLevel" or "maxDegreeOfParallelism"
            } => true,
            _ => false,
        };
}
