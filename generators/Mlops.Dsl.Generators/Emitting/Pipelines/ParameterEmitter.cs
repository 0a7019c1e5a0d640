using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes the parameters' definitions, and how an instance is made of their values.</summary>
internal static class ParameterEmitter
{
    public static string Emit(PipelineModel pipeline) =>
        GeneratedFile.ExtendGraph(
            pipeline.Type,
            writer =>
            {
                EmitDefinitions(writer, pipeline);
                writer.Line();
                EmitFactory(writer, pipeline);
            }
        );

    private static void EmitDefinitions(SourceWriter writer, PipelineModel pipeline)
    {
        writer.Summary("The parameters and secrets, in declaration order.");
        if (pipeline.Parameters.Count == 0)
        {
            writer.Line($"private static {Abi.ParameterDefinition}[] CreateParameters() => [];");
            return;
        }

        writer.Line($"private static {Abi.ParameterDefinition}[] CreateParameters() =>").Line("[").Indent();
        foreach (var parameter in pipeline.Parameters)
        {
            EmitDefinition(writer, pipeline.Type, parameter);
        }

        writer.Unindent().Line("];");
    }

    private static void EmitDefinition(SourceWriter writer, PipelineTypeModel type, ParameterModel parameter)
    {
        writer
            .Open($"new {Abi.ParameterDefinition}<{type.FullName}, {parameter.Type}>")
            .Line($"Name = {Literal.Text(parameter.Name)},")
            .Line($"TypeName = {Literal.Text(parameter.DisplayType)},");
        Optional(writer, "Description", parameter.Description);
        Optional(writer, "DefaultText", parameter.Default?.Text);
        Optional(writer, "EnvironmentVariable", parameter.EnvironmentVariable);
        if (parameter.IsSecret)
        {
            writer.Line("IsSecret = true,");
        }

        if (parameter.IsWindow)
        {
            writer.Line("IsWindow = true,");
        }

        if (parameter.IsRequired)
        {
            writer.Line("IsRequired = true,");
        }

        writer.Line($"Get = static pipeline => pipeline.{TypeText.Identifier(parameter.Name)},").Line($"Text = {parameter.Format},");
        var checks = parameter
            .Constraints.Select(static constraint => constraint.Expression)
            .Concat(parameter.IsWindow ? [Abi.NonEmptyWindow] : [])
            .ToList();
        if (checks.Count > 0)
        {
            writer.Line($"Checks = [{string.Join(", ", checks)}],");
        }

        writer.Close(",");
    }

    private static void EmitFactory(SourceWriter writer, PipelineModel pipeline)
    {
        var type = pipeline.Type.FullName;
        writer.Summary("Makes an instance: a parameter that was not given keeps what its initializer says.");
        if (pipeline.Parameters.Count == 0)
        {
            writer.Line($"private static {type} CreatePipeline({Abi.ParameterValues} values) => new();");
            return;
        }

        var required = pipeline
            .Parameters.Where(static parameter => parameter.IsRequiredMember)
            .Select(static parameter => $"{TypeText.Identifier(parameter.Name)} = default!")
            .ToList();
        writer
            .Open($"private static {type} CreatePipeline({Abi.ParameterValues} values)")
            .Line($"{type} defaults = new(){(required.Count == 0 ? "" : $" {{ {string.Join(", ", required)} }}")};")
            .Open($"return new {type}");
        foreach (var parameter in pipeline.Parameters)
        {
            var name = TypeText.Identifier(parameter.Name);
            writer.Line($"{name} = values.Get<{parameter.Type}>({Literal.Text(parameter.Name)}, defaults.{name}),");
        }

        writer.Close(";").Close();
    }

    private static void Optional(SourceWriter writer, string property, string? value)
    {
        if (value is not null)
        {
            writer.Line($"{property} = {Literal.Text(value)},");
        }
    }
}
