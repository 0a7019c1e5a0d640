using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds, behind an expression that tells the label, where the code takes it: a selector in a table of them, or the column that a helper
/// reads which is given the whole row. That is what has to be left out, wherever the row is encoded.
/// </summary>
internal static class LabelPlace
{
    /// <summary>The place, and the words for the way to it from the expression; the expression itself where there is no other.</summary>
    public static (SyntaxNode Node, string Way) Of(IOperation value, FlowReport report)
    {
        var plain = value;
        while (plain is IConversionOperation conversion)
        {
            plain = conversion.Operand;
        }

        return (InTable(plain) ?? InHelper(plain)) is var (node, name) && (!report.IsTyped || node.SyntaxTree == value.Syntax.SyntaxTree)
            ? (node, $", through '{name}'")
            : (value.Syntax, "");
    }

    /// <summary>The selector of the label in a table that an expression goes through.</summary>
    private static (SyntaxNode Node, string Name)? InTable(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            ISymbol? table = operation switch
            {
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            };
            if (
                table is not null
                && Label(operation.Type) is { } label
                && Initializer(table)
                    ?.DescendantNodes()
                    .OfType<AnonymousFunctionExpressionSyntax>()
                    .FirstOrDefault(selector => Reads(selector, label) is not null)
                    is { } found
            )
            {
                return (found, table.Name);
            }
        }

        return null;
    }

    /// <summary>The column that a helper reads which is given the whole row, and nothing else.</summary>
    private static (SyntaxNode Node, string Name)? InHelper(IOperation value) =>
        value is IInvocationOperation { TargetMethod: var helper }
        && helper.Parameters is [{ Type: var row }]
        && LabelledRow.Label(row) is { } label
        && helper.DeclaringSyntaxReferences is [var declared]
        && Reads(declared.GetSyntax(), label) is { } read
            ? (read, helper.Name)
            : null;

    /// <summary>The label's column of the rows that a table's functions take; null if it holds none.</summary>
    private static string? Label(ITypeSymbol? table) =>
        table switch
        {
            IArrayTypeSymbol array => Label(array.ElementType),
            INamedTypeSymbol { DelegateInvokeMethod: { } selector } => selector.Parameters is [{ Type: var row }]
                ? LabelledRow.Label(row)
                : null,
            INamedTypeSymbol { IsTupleType: true } tuple => tuple
                .TupleElements.Select(static e => Label(e.Type))
                .FirstOrDefault(static l => l is not null),
            INamedTypeSymbol { TypeArguments: [.., var element] } => Label(element),
            _ => null,
        };

    private static SyntaxNode? Initializer(ISymbol table) =>
        table.DeclaringSyntaxReferences is [var declared]
            ? declared.GetSyntax() switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                var declaration => Declared.With(declaration),
            }
            : null;

    private static MemberAccessExpressionSyntax? Reads(SyntaxNode code, string label) =>
        code.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(read =>
                read.Name.Identifier.ValueText == label && read.Expression is IdentifierNameSyntax or ThisExpressionSyntax
            );
}
