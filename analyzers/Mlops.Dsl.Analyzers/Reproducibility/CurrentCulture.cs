using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Text that another machine reads or writes otherwise.</summary>
internal sealed class CurrentCulture : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4008",
        "Result depends on the current culture",
        "{0} reads or writes numbers or dates with '{1}' in the culture of the machine, where 1.5 may be 15 or an error; pass CultureInfo.InvariantCulture",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "In half of the world a comma separates decimals. A stage that parses or prints in the current culture gives other numbers, other text or an exception on another machine. Text that ends in logs and exceptions is not reported.",
        helpLinkUri: RuleHelp.Link("MLP4008"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        ["System.Single", "System.Double", "System.Decimal", "System.Half", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Convert", "System.String",
         "System.IParsable`1", "System.ISpanParsable`1", "System.Numerics.INumberBase`1", "System.Text.StringBuilder", "System.IO.StreamWriter", "System.IO.TextWriter"];

    public override bool Includes(ISymbol member) => member is IMethodSymbol method && (CulturalCalls.MayBeCultural(method) || CulturalBuilding.Adds(method));

    public override ImmutableArray<OperationKind> Operations => [OperationKind.InterpolatedString, OperationKind.Binary, OperationKind.CompoundAssignment];

    public override bool MayConcern(IOperation operation) => operation is IInterpolatedStringOperation || operation.Type?.SpecialType == SpecialType.System_String;

    public override Fault? Check(ReachedOperation operation) => operation.Operation switch
    {
        IInterpolatedStringOperation text => IsCultural(text) ? ValueUses.UnlessHarmless(operation, operation.Fault("$\"…\""), IsReason) : CulturalBuilding.Check(text, operation, operation.Fault("$\"…\"")),
        IBinaryOperation sum => CulturalCalls.IsCulturalText(sum.LeftOperand) || CulturalCalls.IsCulturalText(sum.RightOperand) ? ValueUses.UnlessHarmless(operation, operation.Fault("+"), IsReason) : null,
        ICompoundAssignmentOperation sum => !CulturalCalls.IsCulturalText(sum.Value) ? null
            : sum.Target is ILocalReferenceOperation local ? ValueUses.UnlessHarmless(operation, operation.Fault("+="), local)
            : operation.Fault("+="),
        IMethodReferenceOperation reference => CulturalCalls.IsCultural(reference.Method) ? operation.Fault(operation.MemberName) : null,
        IInvocationOperation call when CulturalCalls.IsCultural(call) => ValueUses.UnlessHarmless(operation, operation.Fault(operation.MemberName), IsReason),
        IInvocationOperation call => CulturalBuilding.Check(call, operation, operation.Fault(operation.MemberName)),
        _ => null,
    };

    /// <summary>What a gate says of its decision is for a person to read.</summary>
    private static bool IsReason(IOperation use) =>
        use is IArgumentOperation { Parameter: { Name: "reason" or "Reason", ContainingType: { Name: "GateResult" } gate } } && gate.ContainingNamespace.Is("Mlops.Dsl");

    /// <summary>An argument of a string handler, such as that of string.Create, and a FormattableString take the culture later; one that becomes a string takes the machine's.</summary>
    private static bool IsCultural(IInterpolatedStringOperation text) =>
        text.Type?.SpecialType == SpecialType.System_String
        && text.Parent is not (IInterpolatedStringHandlerCreationOperation or IConversionOperation { Type.SpecialType: not (SpecialType.System_String or SpecialType.System_Object) })
        && text.Parts.Any(static part => part is IInterpolationOperation { Expression.Type: { } type } hole && CulturalCalls.IsCultural(type) && !CulturalCalls.IsFixedFormat(type, hole.FormatString));
}
