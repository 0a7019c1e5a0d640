using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes how a stage is connected to others.</summary>
internal static class StageGraphEmitter
{
    public static void Emit(SourceWriter writer, PipelineTypeModel type, StageModel stage)
    {
        List(writer, "Inputs", stage.Inputs.Select(Input));
        if (stage.ForEachInput >= 0)
        {
            writer.Line($"ForEachInput = {Number(stage.ForEachInput)};");
        }

        List(writer, "Outputs", stage.Outputs.Select(Output));
        List(writer, "Conditions", stage.Conditions.Select(condition => Condition(type, condition)));
        if (stage.After.Count > 0)
        {
            writer.Line($"After = [{string.Join(", ", stage.After.Select(Number))}];");
        }

        if (stage.PublishName is not null)
        {
            writer.Line($"PublishName = {Literal.Text(stage.PublishName)};");
        }
    }

    /// <summary>Writes what the stage is connected to outside of the pipeline.</summary>
    public static void EmitWatch(SourceWriter writer, StageModel stage)
    {
        if (stage.Governance.RequiredApprovals > 0)
        {
            writer.Line($"RequiredApprovals = {Number(stage.Governance.RequiredApprovals)};");
        }

        switch (stage.Watch)
        {
            case ServedModel served:
                writer.Line($"Served = new {Abi.ServedSource}({Literal.Text(served.Service)}, {Literal.Text(served.Method)});");
                break;
            case FromPublishedModel from:
                var names = string.Join(
                    ", ",
                    new[] { from.Pipeline, from.Entry, from.Alias, from.Stage, from.Output }.Select(Literal.Text)
                );
                writer.Line($"FromPublished = new {Abi.PublishedSource}({names});");
                break;
            case NotifyModel notify:
                writer.Line($"NotifyTarget = {Literal.Text(notify.Target)};");
                break;
            case StartModel { CoolDown: { } coolDown }:
                writer.Line($"CoolDown = {PolicyEmitter.Duration(coolDown)};");
                break;
        }
    }

    private static void List(SourceWriter writer, string property, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 1)
        {
            writer.Line($"{property} = [{all[0]}];");
        }
        else if (all.Count > 1)
        {
            writer.Line($"{property} =").Line("[").Indent();
            all.ForEach(item => writer.Line(item + ","));
            writer.Unindent().Line("];");
        }
    }

    private static string Input(InputModel input)
    {
        var elements = input.Elements is null
            ? ""
            : $", new {Abi.ElementAccess}<{input.Elements.ListType}, {input.Elements.ElementType}>({input.Elements.Codec})";
        return $"new {Abi.InputDefinition}({Literal.Text(input.Parameter)}, {Number(input.Stage)}, {Number(input.Output)}{elements})";
    }

    private static string Output(OutputModel output)
    {
        var allowsNull = output.AllowsNull ? " { AllowsNull = true }" : "";
        return $"new {Abi.OutputDefinition}<{output.Type}>({Literal.Text(output.Name)}, {Literal.Text(output.DisplayType)}, "
            + $"{output.Codec}){allowsNull}";
    }

    private static string Condition(PipelineTypeModel type, ConditionModel condition)
    {
        var decider =
            condition.Stage >= 0
                ? $"{Number(condition.Stage)}, {Number(condition.Output)}"
                : $"-1, 0, static pipeline => (({type.FullName})pipeline).{TypeText.Identifier(condition.Name)}";
        return $"new {Abi.StageCondition}({Literal.Text(condition.Name)}, {(condition.Expected ? "true" : "false")}, {decider})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
