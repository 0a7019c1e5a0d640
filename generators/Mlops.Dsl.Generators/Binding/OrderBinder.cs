using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>Binds what orders and conditions a stage without feeding it: <c>[After]</c>, <c>[When]</c>, <c>[Unless]</c>.</summary>
internal sealed class OrderBinder(PipelineGraph graph, IProblemSink sink)
{
    public void Bind(StageDeclaration stage)
    {
        foreach (var attribute in stage.Attributes.After)
        {
            BindAfter(stage, attribute);
        }

        foreach (var attribute in stage.Attributes.Conditions)
        {
            BindCondition(stage, attribute);
        }
    }

    private void BindAfter(StageDeclaration stage, TextAttribute attribute)
    {
        if (attribute.Text is not { } name)
        {
            return;
        }

        if ((graph.FindStage(name) ?? graph.FindOutput(name)?.Stage) is { } predecessor)
        {
            stage.After.Add(predecessor);
        }
        else
        {
            var others = graph.Stages.Where(other => other != stage).Select(static other => other.Name);
            UnknownTarget.Report(sink, attribute.Location, "After", stage, name, others);
        }
    }

    private void BindCondition(StageDeclaration stage, TextAttribute attribute)
    {
        var isWhen = attribute.Is("When");
        var attributeName = isWhen ? "When" : "Unless";
        if (attribute.Text is not { } name)
        {
            return;
        }

        var location = attribute.Location;
        if (graph.FindOutput(name) is { } output)
        {
            var type = graph.ConsumedType(output);
            if (Decides(type))
            {
                stage.Conditions.Add(new ConditionBinding(output.Name, isWhen, output));
            }
            else if (!type.HasErrors())
            {
                sink.Report(ProblemKind.ConditionIsNoGateOrBool, location, attributeName, stage.Name, output.Name, TypeText.Display(type));
            }
        }
        else if (graph.FindParameter(name) is { } parameter)
        {
            if (parameter.Type.SpecialType == SpecialType.System_Boolean)
            {
                stage.Conditions.Add(new ConditionBinding(parameter.Name, isWhen, Output: null));
            }
            else if (!parameter.Type.HasErrors())
            {
                sink.Report(
                    ProblemKind.ConditionIsNoGateOrBool,
                    location,
                    attributeName,
                    stage.Name,
                    parameter.Name,
                    TypeText.Display(parameter.Type)
                );
            }
        }
        else
        {
            UnknownTarget.Report(sink, location, attributeName, stage, name, Candidates(stage));
        }
    }

    private IEnumerable<string> Candidates(StageDeclaration stage) =>
        graph
            .Outputs.Where(output => output.Stage != stage && Decides(graph.ConsumedType(output)))
            .Select(static output => output.Name)
            .Concat(
                graph
                    .Parameters.Where(static parameter => parameter.Type.SpecialType == SpecialType.System_Boolean)
                    .Select(static parameter => parameter.Name)
            );

    private static bool Decides(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean || type.IsLanguageType("GateResult");
}
