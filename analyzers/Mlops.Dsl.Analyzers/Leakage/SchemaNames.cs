using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Columns that code takes from the schema of a view, all or those of a type, without naming one.</summary>
/// <param name="Syntax">Where they are taken as features.</param>
/// <param name="Types">The names of the types that it asks for; none for all columns.</param>
internal sealed record SchemaNames(SyntaxNode Syntax, IReadOnlyList<string> Types)
{
    private static readonly HashSet<string> LeavingOut = new(StringComparer.Ordinal)
    {
        "Except",
        "ExceptBy",
        "Remove",
        "RemoveAll",
        "Skip",
        "SkipLast",
        "Take",
        "SkipWhile",
        "TakeWhile",
    };

    /// <summary>The columns that an argument lists so; null where it names some, or leaves some out.</summary>
    public static SchemaNames? Of(IOperation? argument) =>
        argument switch
        {
            null => null,
            IConversionOperation conversion => Of(conversion.Operand),
            ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is VariableDeclaratorSyntax { Initializer.Value: { } list } declared
            && !IsChanged(declared)
                ? In(list, argument.Syntax)
                : null,
            _ => In(argument.Syntax, argument.Syntax),
        };

    /// <summary>Whether a column of a property's type is among them.</summary>
    public bool Include(ITypeSymbol type) =>
        Types.Count == 0
        || Types.Contains(type.Name, StringComparer.Ordinal)
        || (
            Types.Contains("NumberDataViewType", StringComparer.Ordinal)
            && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        );

    private static SchemaNames? In(SyntaxNode list, SyntaxNode at) =>
        list.DescendantNodesAndSelf().Any(static node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Schema" })
        && !list.DescendantNodesAndSelf().Any(Names)
            ? new SchemaNames(at, [.. list.DescendantNodes().Select(Type).OfType<string>()])
            : null;

    private static bool Names(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax { Token.Value: string } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => true,
            UnaryPatternSyntax => true,
            IdentifierNameSyntax { Identifier.ValueText: "nameof" } => true,
            SimpleNameSyntax { Identifier.ValueText: var name } => LeavingOut.Contains(name),
            _ => false,
        };

    private static string? Type(SyntaxNode node) =>
        node switch
        {
            MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax
                {
                    Identifier.ValueText: "NumberDataViewType" or "TextDataViewType" or "BooleanDataViewType"
                },
                Name.Identifier.ValueText: var type
            } => type,
            TypeOfExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: var keyword } } => (SyntaxKind)keyword switch
            {
                SyntaxKind.FloatKeyword => "Single",
                SyntaxKind.DoubleKeyword => "Double",
                SyntaxKind.BoolKeyword => "Boolean",
                SyntaxKind.StringKeyword => "String",
                _ => "Int32",
            },
            IdentifierNameSyntax { Identifier.ValueText: "NumberDataViewType", Parent: not MemberAccessExpressionSyntax } =>
                "NumberDataViewType",
            _ => null,
        };

    /// <summary>Whether the list is changed after it was made, so that a column may have been taken out.</summary>
    private static bool IsChanged(VariableDeclaratorSyntax list) =>
        list.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } body
        && body.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access =>
                access.Expression is IdentifierNameSyntax name
                && name.Identifier.ValueText == list.Identifier.ValueText
                && LeavingOut.Contains(access.Name.Identifier.ValueText)
            );
}
