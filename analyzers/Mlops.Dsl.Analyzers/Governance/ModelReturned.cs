using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Models that keep whole rows with personal columns, as those of nearest neighbours do, those that decide by something learned for
/// each protected group, and those that a training of one's own has made of vectors.
/// </summary>
internal sealed class ModelReturned : FlowRule
{
    private static readonly HashSet<string> Deciding = new(StringComparer.Ordinal)
    {
        "Threshold",
        "Thresholds",
        "Cutoff",
        "Cutoffs",
        "Cut",
        "Cuts",
        "Encoder",
        "Encoding",
        "Encodings",
        "Limit",
        "Limits",
        "Calibration",
        "Calibrator",
        "Offset",
        "Offsets",
        "Adjustment",
        "Adjustments",
        "Prior",
        "Priors",
        "Policy",
        "Correction",
        "Corrections",
        "Bonus",
        "Boundaries",
    };

    // What measures groups, or balances them.
    private static readonly HashSet<string> Measuring = new(StringComparer.Ordinal)
    {
        "Rate",
        "Rates",
        "Report",
        "Metrics",
        "Audit",
        "Profile",
        "Statistics",
        "Summary",
        "Balance",
        "Weight",
        "Weights",
        "Weighting",
        "Fairness",
        "Fair",
        "Gap",
        "Gaps",
        "Disparity",
        "Slice",
        "Slices",
        "Share",
        "Shares",
    };

    // The descriptors belong to the rule that reports at calls.
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            method.MethodKind != MethodKind.Ordinary
            || StageAttributes.Read(method.PartialDefinitionPart ?? method) is not { Kind: StageKind.Stage }
            || ConfidentialReturned.ResultOf(method) is not { } type
        )
        {
            return;
        }

        var fits = FittingNames.IsFitting(method.Name);
        if ((fits || Provenance.IsModel(type)) && KeptRows(type) is { } row && !Transforms(method))
        {
            report.Add(
                SensitiveLearned.Personal,
                value,
                $"'{row.Name}' of '{row.ContainingType.Name}'",
                $"the model that '{method.Name}' returns, which keeps the rows"
            );
        }

        if (marks.Has(Vectors.Marks) && (fits || Provenance.IsModel(type)) && !Numbers.Are(type))
        {
            CheckVectors(method, value, type, marks, report);
        }

        if (
            marks.Has(Mark.Protected)
            && !marks.Has(Mark.ProtectedVector)
            && ConfidentialReturned.Fits(method)
            && (fits || !method.Parameters.Any(static parameter => Provenance.IsHeldOut(parameter.Type)))
            && Decides(method, type, fits)
            && GroupsKept.In(marks, type)
        )
        {
            report.Add(
                SensitiveLearned.Protected,
                value,
                Sensitive.Describe(value, Mark.Protected),
                $"the model that '{method.Name}' returns, which keeps something for each group"
            );
        }
    }

    private static void CheckVectors(IMethodSymbol method, IOperation value, ITypeSymbol type, FlowValue marks, FlowReport report)
    {
        // What is personal as it is was told already.
        if (!marks.Has(Mark.Pii) && Vectors.Escape(marks, type))
        {
            report.Add(SensitiveLearned.Personal, value, Sensitive.Describe(value, Mark.Pii), $"the model that '{method.Name}' returns");
        }

        if (marks.Has(Mark.ProtectedVector))
        {
            report.Add(
                SensitiveLearned.Protected,
                value,
                Sensitive.Describe(value, Mark.Protected),
                $"the model that '{method.Name}' returns"
            );
        }
    }

    /// <summary>
    /// A personal column of the rows that a model's type holds; null if it holds none. What is a set of rows itself is no model.
    /// </summary>
    private static IPropertySymbol? KeptRows(ITypeSymbol type) =>
        type is INamedTypeSymbol model && model.Locations.Any(static location => location.IsInSource) && !IsRow(model)
            ? Columns.In(model, Columns.IsPersonal).FirstOrDefault(column => IsRow(column.ContainingType))
            : null;

    private static bool IsRow(INamedTypeSymbol type) => type.Find("Row") is not null;

    private static bool Transforms(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(static reference =>
            reference
                .GetSyntax()
                .DescendantTokens()
                .Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "PersonalData")
        );

    private static bool Decides(IMethodSymbol method, ITypeSymbol type, bool fits)
    {
        var words = FittingNames.Words(method.Name).AddRange(FittingNames.Words(type.Name));
        return !words.Any(Measuring.Contains) && (fits || Provenance.IsModel(type) || words.Any(Deciding.Contains) || IsAsked(type));
    }

    /// <summary>Whether values of a type answer questions.</summary>
    private static bool IsAsked(ITypeSymbol type) =>
        type.Locations.Any(static location => location.IsInSource)
        && type.GetMembers()
            .Any(static member =>
                member
                    is IMethodSymbol
                    {
                        MethodKind: MethodKind.Ordinary,
                        IsStatic: false,
                        IsImplicitlyDeclared: false,
                        IsOverride: false,
                        ReturnsVoid: false,
                        Parameters.Length: > 0,
                        DeclaredAccessibility: Accessibility.Public
                    }
            );
}
