using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises tables by key of rows that are joined to rows of another type: <c>readers.GroupBy(r =&gt; r.Id).ToDictionary(…)</c>, beside
/// the subscriptions that look their reader up. What lies under a key tells of one reader, and not of the rows that are split later.
/// </summary>
internal static class SideTable
{
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "ToDictionary",
        "ToLookup",
        "ToFrozenDictionary",
        "ToImmutableDictionary",
        "ToImmutableSortedDictionary",
    };

    /// <summary>Whether a call makes such a table of rows that its method takes beside others, and does nothing else with.</summary>
    public static bool IsMade(FlowCall call) =>
        Tables.Contains(call.Method.Name)
        && call.Arguments is [{ Operation: { } rows }, ..]
        && Root(rows.Syntax) is { } root
        && rows.DescendantsAndSelf().OfType<IParameterReferenceOperation>().FirstOrDefault(operation => operation.Syntax == root)
            is {
                Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } side
            }
        && method.Parameters.Any(other => AreOfAnotherType(other.Type, side.Type))
        && IsOnlyLookedUp(side, method);

    /// <summary>
    /// Whether a call sums up what was found of other rows for one row: under its key in such a table, by <c>GroupJoin</c>, or in the group
    /// that becomes the row.
    /// </summary>
    public static bool IsOfOne(FlowCall call) => IsUnderKey(call) || IsGroupJoined(call) || IsOfGroup(call);

    /// <summary>
    /// Whether a call sums up a group of which a function makes a row to learn from: the hour of which these are the calls. A row without
    /// a label may be a statistic that others look up.
    /// </summary>
    private static bool IsOfGroup(FlowCall call)
    {
        var rows = call.Arguments is [{ Operation: { } first }, ..] ? first : null;
        while (rows is IConversionOperation or IInvocationOperation)
        {
            rows = rows switch
            {
                IConversionOperation conversion => conversion.Operand,
                IInvocationOperation { Instance: null, Arguments: [{ Value: var given }, ..], TargetMethod: var query }
                    when Statistics.IsQuery(query) => given,
                _ => null,
            };
        }

        return rows
                is IParameterReferenceOperation { Type: INamedTypeSymbol { Name: "IGrouping" }, Parameter.ContainingSymbol: var function }
            && function is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction, ReturnType: INamedTypeSymbol row }
            && LabelledRow.Is(row);
    }

    private static bool IsUnderKey(FlowCall call) =>
        call.Arguments is [{ Operation: { } found }, ..]
        && (found is IConversionOperation conversion ? conversion.Operand : found)
            is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table }
        && !call.Evaluate(table).Has(Mark.Unsplit | Mark.WholeStatistic);

    private static bool IsGroupJoined(FlowCall call) =>
        call.Arguments is [{ Operation: IParameterReferenceOperation { Parameter: var found } }, ..]
        && found.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction, Parameters: [var one, var others] } selector
        && SymbolEqualityComparer.Default.Equals(found, others)
        && selector.DeclaringSyntaxReferences is [var declared]
        && declared.GetSyntax().Parent?.Parent?.Parent
            is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GroupJoin" } }
        && AreOfAnotherType(one.Type, others.Type);

    private static bool AreOfAnotherType(ITypeSymbol rows, ITypeSymbol side) =>
        Rows(rows).ToList() is { Count: > 0 } types
        && Rows(side).ToList() is { Count: > 0 } own
        && !types.Exists(type => own.Contains(type, SymbolEqualityComparer.Default));

    private static IEnumerable<INamedTypeSymbol> Rows(ITypeSymbol type) =>
        ElementTypes.Of(type).Where(static element => element.Find("Row") is not null);

    /// <summary>Whether all that code does with rows is to make tables of them.</summary>
    private static bool IsOnlyLookedUp(IParameterSymbol side, IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.All(reference =>
            reference
                .GetSyntax()
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == side.Name && name.Parent is not NameColonSyntax)
                .All(static name => Tables.Contains(Outermost(name)))
        );

    /// <summary>The name of the last call of a chain that begins at a name.</summary>
    private static string Outermost(SyntaxNode node)
    {
        var last = "";
        while (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == node)
        {
            last = access.Name.Identifier.ValueText;
            node = call;
        }

        return last;
    }

    private static IdentifierNameSyntax? Root(SyntaxNode chain) =>
        chain switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Root(access.Expression),
            IdentifierNameSyntax name => name,
            _ => null,
        };
}
