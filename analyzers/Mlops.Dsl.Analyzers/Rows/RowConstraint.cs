using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Parameters;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A row's validation attributes obey the rules of a parameter's; those of a positional record are on the constructor's parameters.</summary>
internal sealed class RowConstraint : RowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
        [ParameterConstraint.ContradictionDescriptor, ParameterConstraint.UnsupportedDescriptor, ParameterConstraint.ExpressionDescriptor];

    public override void Check(RowContext context)
    {
        foreach (var property in context.Row.GetMembers().OfType<IPropertySymbol>())
        {
            ParameterConstraint.Check(property, property.Type, context.Report, context.CancellationToken);
        }

        foreach (var parameter in context.Row.InstanceConstructors.Where(IsPrimary).SelectMany(c => c.Parameters))
        {
            ParameterConstraint.Check(parameter, parameter.Type, context.Report, context.CancellationToken);
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);
}
