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
        description: "A parameter's initializer is its default. It must satisfy the validation attributes of the parameter, or no run can leave the parameter out.",
        helpLinkUri: RuleHelp.Link("MLP1063"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.PropertyInitializer];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        var initializer = (IPropertyInitializerOperation)operation;
        if (initializer.InitializedProperties is not [var property]
            || property.FindAttribute(types.Parameter) is null
            || Constant(initializer.Value) is not { } value)
        {
            return;
        }

        foreach (var attribute in property.GetAttributes())
        {
            var name = DataAnnotations.Name(attribute);
            if (name.Length > 0
                && ConstraintTarget.Problem(name, attribute, property.Type) is null
                && ValueConstraint.Create(name, attribute) is { Contradiction: null } constraint
                && constraint.Explain(value) is { } problem)
            {
                body.ReportDiagnostic(Diagnostic.Create(Descriptor, initializer.Value.Syntax.GetLocation(), Show(value), property.Name, problem, name));
                return;
            }
        }
    }

    /// <summary>The constant, also behind the conversion to a nullable type.</summary>
    private static object? Constant(IOperation value) =>
        value.ConstantValue.HasValue ? value.ConstantValue.Value : value is IConversionOperation { IsImplicit: true } conversion ? Constant(conversion.Operand) : null;

    private static string Show(object value) => value is string text ? $"\"{text}\"" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
