using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Marks what the columns of a schema give of a row as the label, where nothing has left that column out. <see cref="LabelAmongFeatures"/>
/// asks for it.
/// </summary>
internal sealed class SchemaColumns : FlowRule
{
    // By what code tells the columns apart.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "Role", "Name", "ColumnRole" };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) =>
        member.Name == "Columns" && member.IsOf("RowSchema") ? Mark.AllColumns : Mark.None;

    /// <summary>
    /// A schema knows how to read the label and what is personal; of its columns, those do so that are asked for a value.
    /// </summary>
    public override Mark Removes(ISymbol member, KnownTypes types) =>
        member.Name == "Columns" && member.IsOf("RowSchema") ? Mark.Label | Mark.Compared | Mark.Pii | Mark.Protected : Mark.None;

    public override Mark Interest(ISymbol used) => (used.Name == "Columns" && used.IsOf("RowSchema")) || IsGet(used) ? Mark.Any : Mark.None;

    public override FlowValue Result(FlowCall call, FlowValue result) =>
        ReadsAny(call) ? result.Without(Mark.AllColumns).With(Mark.Label)
        : result.Has(Mark.AllColumns)
        && call.Arguments.Any(static argument => argument.Operation?.Syntax is AnonymousFunctionExpressionSyntax lambda && Names(lambda))
            ? result.Without(Mark.AllColumns)
        : result;

    private static bool ReadsAny(FlowCall call) =>
        IsGet(call.Method)
        && call.Instance?.Has(Mark.AllColumns) == true
        && MayBeLabel(call.Method.ContainingType)
        && !TellsApart(call.Operation.Syntax);

    private static bool IsGet(ISymbol member) => member.Name == "Get" && member.IsOf("RowColumn");

    /// <summary>Whether a column of such values may be that of the label.</summary>
    private static bool MayBeLabel(INamedTypeSymbol column) =>
        column.TypeArguments is [INamedTypeSymbol row, var type]
        && row.GetMembers()
            .OfType<IPropertySymbol>()
            .Any(property => ColumnParser.Has(property, "Label") && SymbolEqualityComparer.Default.Equals(property.Type, type));

    /// <summary>Whether the code around tells columns apart before it reads one.</summary>
    private static bool TellsApart(SyntaxNode at) => at.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Names(member);

    private static bool Names(SyntaxNode code) =>
        code.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Telling.Contains(token.ValueText));
}
