using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Text that another machine reads or writes otherwise.</summary>
internal sealed class CurrentCulture : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4008",
        "Result depends on the current culture",
        "{0} reads or writes {2} with '{1}' in the culture of the machine, where {3}; pass CultureInfo.InvariantCulture",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "In half of the world a comma separates decimals. A stage that parses or prints in the current culture gives other "
            + "numbers, other text or an exception on another machine. Text that ends in logs and exceptions is not reported.",
        helpLinkUri: RuleHelp.Link("MLP4008")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Single",
            "System.Double",
            "System.Decimal",
            "System.Half",
            "System.DateTime",
            "System.DateTimeOffset",
            "System.DateOnly",
            "System.TimeOnly",
            "System.Convert",
            "System.String",
            "System.IParsable`1",
            "System.ISpanParsable`1",
            "System.Numerics.INumberBase`1",
            "System.Text.StringBuilder",
            "System.IO.StreamWriter",
            "System.IO.TextWriter",
            "System.Char",
            "System.ComponentModel.TypeConverter",
            "System.Globalization.CultureInfo",
            "System.Globalization.DateTimeFormatInfo",
            "System.Globalization.NumberFormatInfo",
        ];

    public override bool Includes(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => CulturalCalls.MayBeCultural(method)
                || CulturalBuilding.Adds(method)
                || Folding.Does(method)
                || LibraryCultures.May(method),
            IPropertySymbol
            {
                IsStatic: true,
                ContainingType.Name: "CultureInfo",
                Name: "CurrentCulture" or "CurrentUICulture" or "InstalledUICulture"
            } => true,
            IPropertySymbol property => LibraryCultures.AreHabits(property),
            _ => false,
        };

    public override Func<ISymbol, bool, bool> Recognizes => static (member, isOwn) => !isOwn && LibraryCultures.May(member);

    public override ImmutableArray<OperationKind> Operations =>
        [OperationKind.InterpolatedString, OperationKind.Binary, OperationKind.CompoundAssignment];

    public override bool MayConcern(IOperation operation) =>
        operation is IInterpolatedStringOperation || operation.Type?.SpecialType == SpecialType.System_String;

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IInterpolatedStringOperation text => IsCultural(text)
                ? ValueUses.UnlessHarmless(operation, Numbers(operation, "$\"…\""), IsReason)
                : CulturalBuilding.Check(text, operation, Numbers(operation, "$\"…\"")),
            IBinaryOperation sum => CulturalCalls.IsCulturalText(sum.LeftOperand) || CulturalCalls.IsCulturalText(sum.RightOperand)
                ? ValueUses.UnlessHarmless(operation, Numbers(operation, "+"), IsReason)
                : null,
            ICompoundAssignmentOperation sum => !CulturalCalls.IsCulturalText(sum.Value) ? null
            : sum.Target is ILocalReferenceOperation local ? ValueUses.UnlessHarmless(operation, Numbers(operation, "+="), local)
            : Numbers(operation, "+="),
            IMethodReferenceOperation reference => CulturalCalls.IsCultural(reference.Method) ? Numbers(operation, operation.MemberName)
            : Folding.Does(reference.Method) && reference.Method.Parameters.Length < 2 ? Letters(operation)
            : null,
            IPropertyReferenceOperation { Property: var property } habits when LibraryCultures.AreHabits(property) =>
                LibraryCultures.AreAsked(habits) ? ValueUses.UnlessHarmless(operation, Habits(operation)) : null,
            IPropertyReferenceOperation culture => LibraryCultures.IsSet(culture) ? Numbers(operation, operation.MemberName) : null,
            IInvocationOperation call when CulturalCalls.IsCultural(call) => ValueUses.UnlessHarmless(
                operation,
                Numbers(operation, operation.MemberName),
                IsReason
            ),
            IInvocationOperation call when Folding.Does(call.TargetMethod) => Folding.Check(call, operation, Letters(operation)),
            IInvocationOperation or IObjectCreationOperation when LibraryCultures.IsCurrent(operation.Operation) => Numbers(
                operation,
                operation.MemberName
            ),
            IInvocationOperation call => CulturalBuilding.Check(call, operation, Numbers(operation, operation.MemberName)),
            _ => null,
        };

    private static Fault Numbers(ReachedOperation operation, string name) =>
        operation.Fault(name, "numbers or dates", "1.5 may be 15 or an error");

    private static Fault Habits(ReachedOperation operation) =>
        operation.Fault(operation.MemberName, "dates or numbers", "weeks begin on another day, and signs and calendars differ");

    private static Fault Letters(ReachedOperation operation) =>
        operation.Fault(operation.MemberName, "letters", "an I may become another letter than i");

    /// <summary>What a gate says of its decision is for a person to read.</summary>
    private static bool IsReason(IOperation use) =>
        use is IArgumentOperation { Parameter: { Name: "reason" or "Reason", ContainingType: { Name: "GateResult" } gate } }
        && gate.ContainingNamespace.Is("Mlops.Dsl");

    /// <summary>
    /// An argument of a string handler, such as that of string.Create, and a FormattableString take the culture later; one that becomes a
    /// string takes the machine's.
    /// </summary>
    private static bool IsCultural(IInterpolatedStringOperation text) =>
        text.Type?.SpecialType == SpecialType.System_String
        && text.Parent
            is not (
                IInterpolatedStringHandlerCreationOperation
                or IConversionOperation { Type.SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }
            )
        && text.Parts.Any(static part =>
            part is IInterpolationOperation { Expression.Type: { } type } hole
            && CulturalCalls.IsCultural(type)
            && !CulturalCalls.IsFixedFormat(type, hole.FormatString)
        );
}
