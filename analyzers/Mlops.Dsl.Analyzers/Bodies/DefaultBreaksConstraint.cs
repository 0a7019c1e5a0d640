using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Parameters;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>A run without the parameter would be refused.</summary>
internal sealed class DefaultBreaksConstraint : BodyRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1063",
        "Default breaks the parameter's own constraint",
        "The default {0} of '{1}' {2}, which its [{3}] demands: a run that does not set it would be refused",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter's initializer is its default. It must satisfy the validation attributes of the parameter, or no run can "
            + "leave the parameter out.",
        helpLinkUri: RuleHelp.Link("MLP1063")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.PropertyInitializer];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        var initializer = (IPropertyInitializerOperation)operation;
        if (initializer.InitializedProperties is not [var property] || property.FindAttribute(types.Parameter) is null)
        {
            return;
        }

        var (value, count) = (Constant(initializer.Value), Count(initializer.Value));
        if (value is null && count is null)
        {
            return;
        }

        foreach (var attribute in property.GetAttributes())
        {
            var name = DataAnnotations.Name(attribute);
            if (
                name.Length > 0
                && ConstraintTarget.Problem(name, attribute, property.Type) is null
                && (value is null ? ExplainCount(name, attribute, property.Type, count!.Value) : Explain(name, attribute, value))
                    is { } problem
            )
            {
                body.ReportDiagnostic(
                    Diagnostic.Create(
                        Descriptor,
                        initializer.Value.Syntax.GetLocation(),
                        Show(value ?? initializer.Value.Syntax),
                        property.Name,
                        problem,
                        name
                    )
                );
                return;
            }
        }
    }

    private static string? Explain(string name, AttributeData attribute, object value) =>
        ValueConstraint.Create(name, attribute) is { Contradiction: null } constraint ? constraint.Explain(value) : null;

    private static string? ExplainCount(string name, AttributeData attribute, ITypeSymbol type, int count) =>
        LengthSpan.Of(name, attribute, type) is not var (shortest, longest) || (count >= shortest && count <= longest) ? null
        : count < shortest ? $"has {count} elements, not {shortest} or more"
        : $"has {count} elements, not {longest} or fewer";

    /// <summary>The constant, also behind the conversion to a nullable type.</summary>
    private static object? Constant(IOperation value) =>
        value.ConstantValue.HasValue ? value.ConstantValue.Value
        : value is IConversionOperation { IsImplicit: true } conversion ? Constant(conversion.Operand)
        : null;

    /// <summary>How many elements a list has, as far as its expression says it.</summary>
    private static int? Count(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => Count(conversion.Operand),
            ICollectionExpressionOperation list => list.Elements.Any(static element => element is ISpreadOperation)
                ? null
                : list.Elements.Length,
            IArrayCreationOperation { DimensionSizes.Length: 1, Initializer: { } list } => list.ElementValues.Length,
            _ => null,
        };

    private static string Show(object value) =>
        value is string text ? $"\"{text}\"" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
