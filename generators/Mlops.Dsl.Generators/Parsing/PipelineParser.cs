using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads a pipeline class: what it declares, how its stages are wired, and what is wrong with it.</summary>
internal static class PipelineParser
{
    /// <summary>Parses a class with <c>[Pipeline]</c>.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">The compilation that declares it.</param>
    /// <param name="sink">Takes what is wrong.</param>
    /// <param name="cancellationToken">Cancels the parse.</param>
    /// <returns>Null where generated code can't extend the class, so that nothing can be emitted.</returns>
    public static ParsedPipeline? Parse(
        INamedTypeSymbol type,
        Compilation compilation,
        IProblemSink sink,
        CancellationToken cancellationToken
    )
    {
        var context = new ParseContext(type, compilation, sink, cancellationToken);
        var members = PipelineMembers.Read(type, compilation, cancellationToken);
        var graph = new PipelineGraph(members.Stages, members.Parameters, compilation);
        var order = PipelineBinder.Bind(graph, context.Sink, cancellationToken) ?? members.Stages;

        var watch = new WatchReader(type, members, compilation, context.Sink).Read();
        var indices = order
            .Select(static (stage, index) => (stage, index))
            .ToDictionary(static pair => pair.stage, static pair => pair.index);
        var stageParser = new StageParser(context, graph, indices, watch);
        var stages = order.Select(stageParser.Parse).ToEquatableArray();
        var parameterParser = new ParameterParser(context, members);
        var parameters = members.Properties.Select(parameterParser.Parse).ToEquatableArray();
        var bodies = new SourceBodyParser(context, members.Parameters).Parse(members.Methods).ToEquatableArray();

        PipelineTypeParser.CheckNames(type, context.Sink);

        var attribute = type.Find("Pipeline");
        if (
            attribute is null
            || PipelineTypeParser.Parse(context, members, parameters.SelectMany(static parameter => parameter.Constraints))
                is not { } typeModel
        )
        {
            return null;
        }

        var pipeline = new PipelineModel(
            typeModel,
            StageAttributes.FirstText(attribute) ?? "",
            AttributeArguments.Named(attribute, "Version") as string ?? "1.0.0",
            DocSummary.Read(type, cancellationToken),
            AttributeArguments.Named(attribute, "Owner") as string,
            parameters,
            RowTables.Find(context.Artifacts, RowUses.In(members.Stages), CodecPlans.Of(compilation), cancellationToken),
            stages,
            bodies,
            watch.Schedule,
            HasWatching: (watch.Schedule is not null || members.Stages.Exists(static stage => stage.IsEffect))
                && WatchReader.HasPackage(compilation),
            IsComplete: !context.Sink.HasProblems && typeModel.TakenNames.Count == 0 && Completeness.Holds(type, members),
            Engine: compilation.GetTypeByMetadataName("Mlops.Dsl.Runtime.ProgramEngine") is not null ? Engine.OfProgram
                : compilation.GetTypeByMetadataName("Mlops.Dsl.Engine.PipelineEngine") is not null ? Engine.Alone
                : Engine.None
        );
        return new ParsedPipeline(
            pipeline,
            context.GeneratedCodecs.Distinct().ToEquatableArray(),
            members.Stages.Select(Locate).ToEquatableArray(),
            context.DependsOnBodies
        );
    }

    private static StageLocation Locate(StageDeclaration stage)
    {
        var span = stage.Location?.GetLineSpan();
        return new StageLocation(stage.Name, span?.Path ?? "", (span?.StartLinePosition.Line ?? -1) + 1);
    }
}
