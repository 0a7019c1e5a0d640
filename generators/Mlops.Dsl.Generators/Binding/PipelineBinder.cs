using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>Wires a pipeline's stages and puts them in order.</summary>
internal static class PipelineBinder
{
    /// <summary>The stages in topological order; null where they have none.</summary>
    public static List<StageDeclaration>? Bind(PipelineGraph graph, IProblemSink sink, CancellationToken cancellationToken)
    {
        OutputNameCheck.Run(graph, sink);
        var inputs = new InputBinder(graph, sink);
        var orders = new OrderBinder(graph, sink);
        foreach (var stage in graph.Stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckGate(stage, sink);

            // A source starts the graph: what it takes besides what is injected is told by the rule about sources.
            if (stage.Kind != StageKind.Source)
            {
                inputs.Bind(stage);
            }

            orders.Bind(stage);
        }

        var order = TopologicalOrder.Find(graph.Stages);
        if (order is null)
        {
            CycleCheck.Run(graph.Stages, sink);
        }

        return order;
    }

    private static void CheckGate(StageDeclaration stage, IProblemSink sink)
    {
        if (stage.Kind == StageKind.Gate && !stage.Result.IsLanguageType("GateResult") && stage.Result?.HasErrors() != true)
        {
            sink.Report(ProblemKind.GateReturnsNoResult, stage.Location, stage.Name, TypeText.Display(stage.Method.ReturnType));
        }
    }
}
