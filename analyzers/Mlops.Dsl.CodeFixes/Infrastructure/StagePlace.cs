using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>A stage in whose declaration a diagnostic is, and the pipeline around it, wired.</summary>
internal sealed class StagePlace
{
    private StagePlace(
        Document document,
        SemanticModel model,
        MethodDeclarationSyntax method,
        BoundPipeline pipeline,
        StageDeclaration stage
    )
    {
        Document = document;
        Model = model;
        Method = method;
        Pipeline = pipeline;
        Stage = stage;
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    /// <summary>The stage's declaration in the document.</summary>
    public MethodDeclarationSyntax Method { get; }

    public BoundPipeline Pipeline { get; }

    public StageDeclaration Stage { get; }

    /// <summary>The stage around a node; null if it is in none, such as in a helper.</summary>
    public static async Task<StagePlace?> FindAsync(SyntaxNode node, Document document, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            model.GetDeclaredSymbol(method, cancellationToken) is not { ContainingType: { } type } symbol
            || type.Find("Pipeline") is not { } attribute
        )
        {
            return null;
        }

        var pipeline = BoundPipeline.Bind(type, attribute, model.Compilation, cancellationToken);
        return pipeline.Find(symbol) is { } stage ? new(document, model, method, pipeline, stage) : null;
    }

    /// <summary>Another stage of the pipeline, with its own file.</summary>
    public async Task<StagePlace?> OfAsync(StageDeclaration stage, CancellationToken cancellationToken) =>
        stage.Method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && Document.Project.GetDocument(reference.SyntaxTree) is { } document
            ? await FindAsync(await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false), document, cancellationToken)
                .ConfigureAwait(false)
            : null;

    /// <summary>What a parameter of the stage is bound to; null for an injected one, and for one that takes an element of a list.</summary>
    public InputBinding? Input(ParameterSyntax parameter) =>
        parameter.Parent == Method.ParameterList
            ? Stage.Inputs.Find(input =>
                input.Element is null && input.Parameter.Ordinal == Method.ParameterList.Parameters.IndexOf(parameter)
            )
            : null;

    /// <summary>The declaration of an input's parameter in the document.</summary>
    public ParameterSyntax Parameter(InputBinding input) => Method.ParameterList.Parameters[input.Parameter.Ordinal];

    /// <summary>A type as it is written where the stage is.</summary>
    public string Written(ITypeSymbol type) => type.ToMinimalDisplayString(Model, Method.SpanStart);

    /// <summary>One of the language's dataset types of a row, such as <c>Validated&lt;House&gt;</c>.</summary>
    public ITypeSymbol? DatasetOf(string name, ITypeSymbol row) =>
        Model.Compilation.GetTypeByMetadataName($"Mlops.Dsl.{name}`1")?.Construct(row);
}
