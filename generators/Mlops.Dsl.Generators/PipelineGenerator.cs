using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Emitting.Manifests;
using Mlops.Dsl.Generators.Emitting.Pipelines;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators;

/// <summary>Writes what a pipeline class needs to run: its graph, its runners, its codecs, its manifest.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    private static readonly ParseMemo<ParsedPipeline> Memo = new();

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "Mlops.Dsl.PipelineAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                Parse
            )
            .SelectMany(static (pipeline, _) => pipeline)
            .WithTrackingName(TrackingNames.Parse);
        var pipelines = parsed.Select(static (pipeline, _) => pipeline.Pipeline).WithTrackingName(TrackingNames.Pipelines);
        var collisions = pipelines
            .Select(static (pipeline, _) => pipeline.Type.MetadataName)
            .Collect()
            .Select(static (names, _) => HintName.FindCollisions(names))
            .WithTrackingName(TrackingNames.NameCollisions);
        var named = pipelines
            .Combine(collisions)
            .Select(static (pair, _) => new NamedPipeline(HintName.For(pair.Left.Type.MetadataName, pair.Right), pair.Left))
            .WithTrackingName(TrackingNames.NamedPipelines);

        context.RegisterSourceOutput(named, EmitPipeline);
        context.RegisterImplementationSourceOutput(named, EmitManifest);
        RegisterLocations(context, parsed, collisions);
        RegisterRegistration(context, pipelines);
        CodecOutput.Register(context, parsed.SelectMany(static (pipeline, _) => pipeline.Codecs));
    }

    private static IEnumerable<ParsedPipeline> Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken) =>
        Memo.GetOrParse(
            attributed.TargetNode,
            attributed.SemanticModel.Compilation,
            () => Read(attributed, cancellationToken),
            cancellationToken
        )
            is { } parsed
            ? [parsed]
            : [];

    /// <summary>Reads one class. An attribute that is repeated, which is an error of its own, must not give two pipelines.</summary>
    private static ParsedPipeline? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        var isFirst =
            type.Find("Pipeline")?.ApplicationSyntaxReference is { } first
            && first.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.FullSpan.Contains(first.Span);
        return isFirst ? PipelineParser.Parse(type, attributed.SemanticModel.Compilation, NoProblemSink.Instance, cancellationToken) : null;
    }

    private static void EmitPipeline(SourceProductionContext context, NamedPipeline named)
    {
        var pipeline = named.Pipeline;
        Add(context, $"{named.HintName}.g.cs", DefinitionEmitter.Emit(pipeline));
        if (pipeline.IsComplete)
        {
            Add(context, $"{named.HintName}-Stages.g.cs", StageEmitter.Emit(pipeline));
            Add(context, $"{named.HintName}-Parameters.g.cs", ParameterEmitter.Emit(pipeline));
        }

        if (pipeline.SourceBodies.Count > 0)
        {
            Add(context, $"{named.HintName}-Sources.g.cs", SourceBodyEmitter.Emit(pipeline));
        }

        if (pipeline.Engine != Engine.None)
        {
            Add(context, $"{named.HintName}-Run.g.cs", RunEmitter.Emit(pipeline));
        }
    }

    private static void EmitManifest(SourceProductionContext context, NamedPipeline named)
    {
        if (named.Pipeline.IsComplete)
        {
            Add(context, $"{named.HintName}-Manifest.g.cs", ManifestEmitter.Emit(named.Pipeline));
        }
    }

    private static void RegisterLocations(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedPipeline> parsed,
        IncrementalValueProvider<EquatableArray<string>> collisions
    )
    {
        var projectDirectory = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory) ? directory : ""
        );
        var locations = parsed
            .Where(static pipeline => pipeline.Pipeline.IsComplete)
            .Select(static (pipeline, _) => (pipeline.Pipeline.Type, pipeline.Locations))
            .Combine(collisions)
            .Combine(projectDirectory)
            .WithTrackingName(TrackingNames.Locations);
        context.RegisterSourceOutput(
            locations,
            static (production, item) =>
            {
                var (((type, stages), shared), directory) = item;
                Add(production, $"{HintName.For(type.MetadataName, shared)}-Locations.g.cs", LocationEmitter.Emit(type, stages, directory));
            }
        );
    }

    private static void RegisterRegistration(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<PipelineModel> pipelines
    )
    {
        var registrations = pipelines
            .Where(static pipeline => pipeline is { IsComplete: true, Type.IsReachable: true })
            .Select(static (pipeline, _) => new RegistrationModel(pipeline.Name, pipeline.Type.FullName, pipeline.HasWatching))
            .WithTrackingName(TrackingNames.Registrations)
            .Collect();
        context.RegisterImplementationSourceOutput(
            registrations,
            static (production, models) =>
            {
                if (!models.IsEmpty)
                {
                    Add(production, "Mlops.Dsl.Generated-Registration.g.cs", RegistrationEmitter.Emit(models));
                }
            }
        );
    }

    private static void Add(SourceProductionContext context, string hintName, string text) =>
        context.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
}
