using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Turns bound stages into models.</summary>
internal sealed class StageParser(
    ParseContext context,
    PipelineGraph graph,
    IReadOnlyDictionary<StageDeclaration, int> indices,
    WatchReader watch
)
{
    private readonly ArgumentParser _arguments = new(context, graph);

    private readonly ArtifactCodecs _codecs = new(context);

    public StageModel Parse(StageDeclaration stage)
    {
        var attributes = stage.Attributes;
        return new StageModel(
            stage.Name,
            stage.Kind,
            DocSummary.Read(stage.Method, context.CancellationToken),
            stage.Method.IsStatic,
            new ReturnModel(stage.IsAwaitable, stage.IsTuple, stage.Result is null ? null : context.Types.CodeOf(stage.Result)),
            _arguments.Parse(stage).ToEquatableArray(),
            stage.Inputs.Select(Input).ToEquatableArray(),
            stage.Outputs.Select(Output).ToEquatableArray(),
            stage.After.Select(predecessor => indices[predecessor]).Distinct().OrderBy(static index => index).ToEquatableArray(),
            stage.Conditions.Select(Condition).ToEquatableArray(),
            PolicyParser.Parse(attributes),
            stage.Kind == StageKind.Publish ? attributes.Text : null,
            stage.Inputs.FindIndex(static input => input.Element is not null),
            stage.Attributes.IsSource("Source") ? VersionTokenParser.Parse(context.Type, attributes) : null,
            PolicyParser.ParseGovernance(attributes),
            Watch(watch.Find(stage))
        );
    }

    private WatchModel? Watch(WatchTarget? target) =>
        target switch
        {
            ServedTarget served => new ServedModel(
                served.Service,
                served.Method,
                context.Codec(served.Input, isSource: false).Plan.Expression,
                context.Codec(served.Prediction, isSource: false).Plan.Expression,
                served.Window.Name
            ),
            PublishedTarget published => new FromPublishedModel(
                published.Pipeline,
                published.Entry,
                published.Alias,
                published.Stage,
                published.Output
            ),
            NotifyTarget notify => new NotifyModel(notify.Address),
            StartTarget start => new StartModel(start.Pipeline, context.Types.CodeOf(start.Type), start.CoolDown),
            _ => null,
        };

    private InputModel Input(InputBinding binding)
    {
        var producer = binding.Output.Stage;
        return new InputModel(
            binding.Parameter.Name,
            context.Types.DisplayOf(binding.Parameter.Type),
            indices[producer],
            producer.Name,
            binding.Output.Ordinal,
            producer.IsTuple ? binding.Output.Name : null,
            binding.Element is null ? null : Elements(binding, binding.Element)
        );
    }

    private ElementsModel Elements(InputBinding binding, ITypeSymbol element) =>
        new(context.Types.CodeOf(graph.ConsumedType(binding.Output)), context.Types.CodeOf(element), _codecs.OfElement(binding, element));

    private OutputModel Output(OutputDeclaration output)
    {
        var codec = _codecs.Of(output);
        return new OutputModel(
            output.Name,
            context.Types.CodeOf(output.Type),
            context.Types.CodeOf(graph.ConsumedType(output)),
            context.Types.DisplayOf(output.Type),
            codec?.Plan.Expression ?? "",
            codec?.Schema ?? "",
            output.Type.NullableAnnotation == NullableAnnotation.Annotated
                || output.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            TypeAccess.In(context.Type, output.Type)
        );
    }

    private ConditionModel Condition(ConditionBinding condition) =>
        new(
            condition.Name,
            condition.Expected,
            condition.Output is null ? -1 : indices[condition.Output.Stage],
            condition.Output?.Ordinal ?? 0
        );
}
