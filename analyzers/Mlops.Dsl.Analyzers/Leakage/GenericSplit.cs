using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Finds the random split in a generic helper, which can't know whether its rows have a group or a time; who calls it does.</summary>
internal static class GenericSplit
{
    /// <summary>The split of a dataset that a generic method takes, and what its rows are in this call; null if there is none.</summary>
    public static (string Method, ITypeSymbol Row)? In(IMethodSymbol method, CancellationToken cancellationToken = default)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty)
        {
            // Most generic calls are into libraries: nothing of theirs is looked at.
            return null;
        }

        foreach (var (parameter, row) in definition.Parameters.SelectMany(p => Rows(p, method)))
        {
            foreach (var reference in definition.DeclaringSyntaxReferences)
            {
                if (Splits(reference.GetSyntax(cancellationToken), parameter) is { } name)
                {
                    return (name, row);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Parameter, ITypeSymbol Row)> Rows(IParameterSymbol parameter, IMethodSymbol call) =>
        parameter.Type is INamedTypeSymbol { TypeArguments: [ITypeParameterSymbol { DeclaringMethod: not null } row] } dataset
        && (dataset.IsDataset("Validated") || dataset.IsDataset("TrainSet"))
        && row.Ordinal < call.TypeArguments.Length
            ? [(parameter.Name, call.TypeArguments[row.Ordinal])]
            : [];

    private static string? Splits(SyntaxNode method, string parameter) => method.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Select(call => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax rows, Name.Identifier.ValueText: "Split" or "Folds" or "HoldOut" } access && rows.Identifier.ValueText == parameter
            ? access.Name.Identifier.ValueText
            : null)
        .FirstOrDefault(static name => name is not null);
}
