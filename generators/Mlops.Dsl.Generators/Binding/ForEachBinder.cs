using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Finds which parameter of a <c>[ForEach]</c> stage takes the element: the one whose <c>[From]</c> names the iterated output, else the one
/// called like it, else the only one of the element's type that no other output is meant for by name.
/// </summary>
internal sealed class ForEachBinder(PipelineGraph graph, IProblemSink sink)
{
    public InputBinding? Bind(StageDeclaration stage)
    {
        var attribute = stage.Attributes.ForEach!;
        if (attribute.Text is not { } name)
        {
            return null;
        }

        var location = attribute.Location;
        if (graph.FindOutput(name) is not { } target)
        {
            UnknownTarget.Report(
                sink,
                location,
                "ForEach",
                stage,
                name,
                graph.Outputs.Where(IsIterable).Where(o => o.Stage != stage).Select(static o => o.Name)
            );
            return null;
        }

        var list = graph.ConsumedType(target);
        if (list.HasErrors())
        {
            return null;
        }

        if (Conversions.ElementOf(list) is not { } element)
        {
            sink.Report(ProblemKind.ForEachTargetIsNoList, location, stage.Name, target.Name, TypeText.Display(list));
            return null;
        }

        if (FindParameter(stage, target, element) is { } parameter)
        {
            return new InputBinding(parameter.Symbol, target, element);
        }

        if (!stage.Method.Parameters.Any(static candidate => candidate.Type.HasErrors()))
        {
            sink.Report(ProblemKind.ForEachElementUnused, location, stage.Name, target.Name, TypeText.Display(element));
        }

        return null;
    }

    private bool IsIterable(OutputDeclaration output) => Conversions.ElementOf(graph.ConsumedType(output)) is not null;

    private StageParameter? FindParameter(StageDeclaration stage, OutputDeclaration target, ITypeSymbol element)
    {
        var candidates = stage
            .Parameters.Where(parameter => !parameter.IsInjected && graph.Conversions.Converts(element, parameter.Type))
            .ToList();
        var byName = candidates.Where(parameter => Meant(parameter, stage) == target).ToList();
        if (byName.Count > 0)
        {
            return byName.Find(static parameter => parameter.From is not null) ?? byName[0];
        }

        var unnamed = candidates.FindAll(parameter => Meant(parameter, stage) is null);
        var exact = unnamed.FindAll(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, element));
        return exact.Count > 0 ? exact[0] : unnamed.FirstOrDefault();
    }

    /// <summary>The output that the parameter asks for by name.</summary>
    private OutputDeclaration? Meant(StageParameter parameter, StageDeclaration stage)
    {
        var name = parameter.From is { } from ? from.Text : parameter.Name;
        var output = name is null ? null : graph.FindOutput(name);
        return output?.Stage == stage ? null : output;
    }
}
