using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes the schema and the codec of each row, view and prediction into the type itself.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RowGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads row types, for tests of incrementality.</summary>
    internal const string RowsStep = "Rows";

    // By kind: a type that is marked as two is read for the first of them only.
    private static readonly Dictionary<RowKind, ParseMemo<RowModel>> Memos = new()
    {
        [RowKind.Row] = new(),
        [RowKind.View] = new(),
        [RowKind.Prediction] = new(),
    };

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, RowKind.Row);
        Register(context, RowKind.View);
        Register(context, RowKind.Prediction);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, RowKind kind)
    {
        var rows = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                $"Mlops.Dsl.{kind.Attribute()}Attribute",
                static (node, _) => node is TypeDeclarationSyntax,
                (attributed, cancellation) => Parse(attributed, kind, cancellation)
            )
            .SelectMany(static (rows, _) => rows)
            .WithTrackingName(RowsStep);
        context.RegisterSourceOutput(rows, static (production, row) => Add(production, row.HintName, RowEmitter.Emit(row)));
        CodecOutput.Register(context, rows.SelectMany(static (row, _) => row.CodecClasses));
    }

    private static IEnumerable<RowModel> Parse(
        GeneratorAttributeSyntaxContext attributed,
        RowKind kind,
        CancellationToken cancellationToken
    ) =>
        Memos[kind]
            .GetOrParse(
                attributed.TargetNode,
                attributed.SemanticModel.Compilation,
                () => Read(attributed, kind, cancellationToken),
                cancellationToken
            )
            is { } row
            ? [row]
            : [];

    /// <summary>Reads one type. An attribute that is repeated, which is an error of its own, must not give two.</summary>
    private static RowModel? Read(GeneratorAttributeSyntaxContext attributed, RowKind kind, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        var isFirst =
            type.Find(kind.Attribute())?.ApplicationSyntaxReference is { } first
            && first.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.FullSpan.Contains(first.Span);
        return isFirst && RowKinds.Of(type) == kind ? RowParser.Parse(type, attributed.SemanticModel.Compilation, cancellationToken) : null;
    }

    private static void Add(SourceProductionContext production, string hintName, string source) =>
        production.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
