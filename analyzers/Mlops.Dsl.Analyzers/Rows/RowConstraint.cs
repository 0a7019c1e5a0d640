using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Parameters;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>
/// A row's validation attributes obey the rules of a parameter's; those of a positional record are on the constructor's parameters.
/// </summary>
internal sealed class RowConstraint : RowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
        [
            ParameterConstraint.ContradictionDescriptor,
            ParameterConstraint.UnsupportedDescriptor,
            ParameterConstraint.ExpressionDescriptor,
            ParameterConstraint.PairDescriptor,
        ];

    public override void Check(RowContext context)
    {
        var parameters = context.Row.InstanceConstructors.Where(IsPrimary).SelectMany(static c => c.Parameters).ToList();
        foreach (var property in context.Row.GetMembers().OfType<IPropertySymbol>())
        {
            var parameter = context.Row.IsRecord ? parameters.Find(p => p.Name == property.Name) : null;
            ParameterConstraint.Check(property, property.Type, context.Report, context.CancellationToken);
            ParameterConstraint.CheckPairs(
                property,
                property.Type,
                property.GetAttributes().Concat(parameter?.GetAttributes() ?? []),
                context.Report,
                context.CancellationToken
            );
        }

        foreach (var parameter in parameters)
        {
            ParameterConstraint.Check(parameter, parameter.Type, context.Report, context.CancellationToken);
        }
    }

    /// <summary>Whether a constructor is declared with the type itself.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);
}
