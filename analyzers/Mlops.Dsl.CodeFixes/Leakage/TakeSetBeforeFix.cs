using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Lets a statistic that one stage computes from all rows, and another takes into its training, be computed from the training set. Offered
/// where the training is told of it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TakeSetBeforeFix() : CodeFix<ExpressionSyntax>("MLP2004")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } place)
        {
            return [];
        }

        var taken = Inputs(place, node).Where(static input => !Provenance.IsDataset(input.Parameter.Type)).ToList();
        return taken is [var only] ? await TakeSetFix.OfferBeforeSplitAsync(place, only, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>The inputs that an expression names, or that the variables are set to which it names.</summary>
    private static IEnumerable<InputBinding> Inputs(StagePlace place, ExpressionSyntax node) =>
        node.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .SelectMany(name => Inputs(place, place.Model.GetSymbolInfo(name).Symbol, node))
            .Distinct();

    private static IEnumerable<InputBinding> Inputs(StagePlace place, ISymbol? named, ExpressionSyntax node) =>
        named switch
        {
            IParameterSymbol parameter => place.Stage.Inputs.FindAll(input =>
                input.Element is null && input.Parameter.Ordinal == parameter.Ordinal && input.Parameter.Name == parameter.Name
            ),
            ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
                when declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && !value.Contains(node) => Inputs(
                place,
                value
            ),
            _ => [],
        };
}
