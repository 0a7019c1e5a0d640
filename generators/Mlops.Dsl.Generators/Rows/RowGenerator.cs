using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes the schema and the codec of each <c>[Row]</c> type into the type itself.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RowGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads row types, for tests of incrementality.</summary>
    internal const string RowsStep = "Rows";

    private static readonly ParseMemo<RowModel> Memo = new();

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rows = context.SyntaxProvider
            .ForAttributeWithMetadataName("Mlops.Dsl.RowAttribute", static (node, _) => node is TypeDeclarationSyntax, Parse)
            .SelectMany(static (rows, _) => rows)
            .WithTrackingName(RowsStep);
        context.RegisterSourceOutput(rows, static (production, row) => Add(production, row.HintName, RowEmitter.Emit(row)));
        CodecOutput.Register(context, rows.SelectMany(static (row, _) => row.CodecClasses));
    }

    private static IEnumerable<RowModel> Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken) =>
        Memo.GetOrParse(attributed.TargetNode, attributed.SemanticModel.Compilation, () => Read(attributed, cancellationToken), cancellationToken) is { } row ? [row] : [];

    /// <summary>Reads one row type. An attribute that is repeated, which is an error of its own, must not give two.</summary>
    private static RowModel? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        var isFirst = type.Find("Row")?.ApplicationSyntaxReference is { } first
            && first.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.FullSpan.Contains(first.Span);
        return isFirst ? RowParser.Parse(type, attributed.SemanticModel.Compilation, cancellationToken) : null;
    }

    private static void Add(SourceProductionContext production, string hintName, string source) =>
        production.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
