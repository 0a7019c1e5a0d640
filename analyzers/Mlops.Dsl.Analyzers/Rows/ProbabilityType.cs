using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A probability is between 0 and 1, where whole numbers have no room.</summary>
internal sealed class ProbabilityType : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1089",
        "Probability is not a floating-point number",
        "'{0}' is marked [Probability] and is a {1}, which a model's probability cannot be stored in; make it a float or a double",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model gives probabilities as floating-point numbers from 0 to 1.",
        helpLinkUri: RuleHelp.Link("MLP1089")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var property in context.Columns)
        {
            if (
                ColumnParser.Has(property, "Probability")
                && property.Type
                    is { SpecialType: not (SpecialType.System_Single or SpecialType.System_Double), TypeKind: not TypeKind.Error }
            )
            {
                var location = context.IsOwn(property) ? property.NameLocation() : context.Row.NameLocation();
                context.Report(Descriptor, location, property.Name, property.Type.Display());
            }
        }
    }
}
