using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>Validation attributes that cannot hold, or cannot be checked.</summary>
internal sealed class ParameterConstraint : PipelineRule
{
    public static readonly DiagnosticDescriptor ContradictionDescriptor = new(
        "MLP1064",
        "Constraint cannot be satisfied",
        "No value of '{0}' can satisfy [{1}]: {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A minimum above its maximum admits no value: every run would be refused.",
        helpLinkUri: RuleHelp.Link("MLP1064")
    );

    public static readonly DiagnosticDescriptor UnsupportedDescriptor = new(
        "MLP1065",
        "Constraint does not apply to the type",
        "[{1}] on '{0}' {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Range] bounds numbers and dates, [StringLength] and [RegularExpression] text, [MinLength] and [MaxLength] text and "
            + "collections; the values of a list have the type of what they are compared with. Elsewhere they check nothing, or refuse "
            + "everything.",
        helpLinkUri: RuleHelp.Link("MLP1065")
    );

    public static readonly DiagnosticDescriptor ExpressionDescriptor = new(
        "MLP1066",
        "Regular expression is invalid",
        "The regular expression of '{0}' is invalid: {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [RegularExpression] that does not parse would fail when the first value is checked.",
        helpLinkUri: RuleHelp.Link("MLP1066")
    );

    public static readonly DiagnosticDescriptor PairDescriptor = new(
        "MLP1069",
        "Constraints contradict each other",
        "[{1}] and [{2}] on '{0}' contradict each other: {3}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each of two validation attributes could be satisfied, but no value satisfies both: every run, or every row, would be "
            + "refused. A value that is allowed and denied is refused, too.",
        helpLinkUri: RuleHelp.Link("MLP1069")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
        [ContradictionDescriptor, UnsupportedDescriptor, ExpressionDescriptor, PairDescriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var property in context.Parameters)
        {
            Check(property, property.Type, context.Report, context.CancellationToken);
            CheckPairs(property, property.Type, property.GetAttributes(), context.Report, context.CancellationToken);
        }
    }

    /// <summary>Checks that the validation attributes of a parameter or a row's column can be satisfied together.</summary>
    public static void CheckPairs(
        ISymbol member,
        ITypeSymbol type,
        IEnumerable<AttributeData> attributes,
        Action<DiagnosticDescriptor, Location?, object[]> report,
        CancellationToken cancellationToken
    )
    {
        var sound = attributes
            .Where(static a => a.AttributeClass is { TypeKind: not TypeKind.Error })
            .Select(static attribute => (Name: DataAnnotations.Name(attribute), Attribute: attribute))
            .Where(a => a.Name.Length > 0 && ConstraintTarget.Problem(a.Name, a.Attribute, type) is null)
            .ToList();
        foreach (var (attribute, first, second, how) in sound.Count < 2 ? [] : ConstraintPairs.Find(sound, type))
        {
            report(PairDescriptor, attribute.Location(cancellationToken), [member.Name, first, second, how]);
        }
    }

    /// <summary>Checks the validation attributes of a parameter or a row's column.</summary>
    public static void Check(
        ISymbol member,
        ITypeSymbol type,
        Action<DiagnosticDescriptor, Location?, object[]> report,
        CancellationToken cancellationToken
    )
    {
        foreach (var attribute in member.GetAttributes().Where(a => a.AttributeClass is { TypeKind: not TypeKind.Error }))
        {
            var name = DataAnnotations.Name(attribute);
            if (name.Length == 0)
            {
                continue;
            }

            var location = attribute.Location(cancellationToken);
            if (ConstraintTarget.Problem(name, attribute, type) is { } unsupported)
            {
                report(UnsupportedDescriptor, location, [member.Name, name, unsupported]);
            }
            else if (ValueConstraint.Create(name, attribute) is { Contradiction: { } contradiction })
            {
                report(ContradictionDescriptor, location, [member.Name, name, contradiction]);
            }
            else if (
                name == "RegularExpression"
                && attribute.Argument<string>(0) is { } pattern
                && RegularExpressions.Problem(pattern) is { } problem
            )
            {
                report(ExpressionDescriptor, attribute.ArgumentLocation(0, cancellationToken), [member.Name, problem]);
            }
        }
    }
}
