using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Personal data and secrets in what stages return.</summary>
internal sealed class ConfidentialReturned : FlowRule
{
    // The descriptors belong to the rules that report at calls.
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            !marks.Has(Mark.Confidential)
            || StageAttributes.Read(method.PartialDefinitionPart ?? method) is not { } stage
            || ResultOf(method) is not { } type
        )
        {
            return;
        }

        // A single number is a statistic, a bool an answer; what a gate says is looked at where it says it.
        if (Numbers.Are(type) || type.SpecialType == SpecialType.System_Boolean || stage.Kind == StageKind.Gate)
        {
            return;
        }

        if (marks.Has(Mark.Secret))
        {
            report.Add(
                ConfidentialDisclosed.SecretFile,
                value.Syntax.GetLocation(),
                Sensitive.Properties(value),
                Sensitive.Describe(value, Mark.Secret),
                $"what '{method.Name}' returns"
            );
        }

        if (!Containment.Escapes(marks, type, Mark.Pii, IsDeclared))
        {
            return;
        }

        var (part, isText) = ReturnedPart.Find(value, type, marks);
        var properties = RuleProperties.Of(RuleProperties.Replacement, isText ? "text" : "");
        var (rule, place) = Fits(method)
            ? (SensitiveLearned.Personal, $"the model that '{method.Name}' returns")
            : (ConfidentialDisclosed.PersonalFile, $"what '{method.Name}' returns, an artifact");
        report.Add(rule, part.GetLocation(), properties, Sensitive.Describe(value, Mark.Pii), place);
    }

    // What a feature is made of is looked at where it is made.
    private static bool IsDeclared(IPropertySymbol column) => column.IsPersonal() || column.Attribute("Feature") is not null;

    /// <summary>Whether a stage fits something: its name says so, or it takes training rows.</summary>
    public static bool Fits(IMethodSymbol method) =>
        FittingNames.IsFitting(method.Name) || method.Parameters.Any(static parameter => Provenance.IsTraining(parameter.Type));

    /// <summary>What a stage makes.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        !method.ReturnType.IsTask() ? method.ReturnType : ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault();
}
