using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Writes the members of a service class.</summary>
internal static class ServiceEmitter
{
    private const string Serving = "global::Mlops.Dsl.Serving.";

    /// <summary>The generated file.</summary>
    public static string Emit(ServiceModel service) =>
        CodecEmitter.Wrap(
            service.Home,
            writer =>
            {
                if (service.Problem is null)
                {
                    EmitDefinition(writer, service);
                    EmitConnection(writer, service);
                    ClientEmitter.Emit(writer, service);
                }

                var bodies = service.Methods.Where(static method => method.Body is not null).ToList();
                for (var i = 0; i < bodies.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    EmitBody(writer, service, bodies[i]);
                }
            }
        );

    private static void EmitDefinition(SourceWriter writer, ServiceModel service)
    {
        foreach (var method in service.Methods)
        {
            writer.Line(Abi.GeneratedCode);
            writer.Line($"private static readonly {MethodType(method)} {MethodField(method)} =").Indent();
            writer.Open(
                $"new({Literal.Text(method.Name)}, {Literal.Text(method.Path)}, {Literal.Text(method.Model)}, {Literal.Text(method.Alias)})"
            );
            writer.Line($"Description = {Literal.Text(method.Description)},");
            if (method.Label is { } label)
            {
                writer.Line($"Label = {Serving}FeedbackLabel.Of<{label.Row}>(),");
            }

            writer.Close(";").Unindent().Line();
        }

        writer.Summary("What the service answers, and with which models.");
        writer.Line(Abi.GeneratedCode);
        writer.Line($"public static {Serving}ServiceDefinition Definition {{ get; }} =").Indent();
        writer.Open(
            $"new({Literal.Text(service.Name)}, {Literal.Text(service.MetadataName)}, "
                + $"[{string.Join(", ", service.Methods.Select(MethodField))}])"
        );
        writer
            .Line($"Owner = {Literal.Text(service.Owner)},")
            .Line($"Description = {Literal.Text(service.Description)},")
            .Close(";")
            .Unindent()
            .Line();
    }

    private static void EmitConnection(SourceWriter writer, ServiceModel service)
    {
        foreach (var method in service.Methods)
        {
            writer.Line(Abi.GeneratedCode);
            writer.Line($"private {Serving}Predictor<{method.Input}, {method.Prediction}>? {PredictorField(method)};").Line();
        }

        if (!service.HasConstructor)
        {
            writer.Summary("Makes a service that answers with the models of a host.");
            writer.Line(Abi.GeneratedCode);
            writer
                .Line(
                    $"public {service.Home.FullName.Substring(service.Home.FullName.LastIndexOfAny(['.', ':']) + 1)}({Serving}ServiceHost "
                        + $"host) => Connect(host);"
                )
                .Line();
        }

        writer.Summary("Lets the service answer with the models of a host: a constructor that the user wrote calls it.");
        writer.Line(Abi.GeneratedCode);
        writer.Open($"private void Connect({Serving}ServiceHost host)").Line("global::System.ArgumentNullException.ThrowIfNull(host);");
        foreach (var method in service.Methods)
        {
            writer.Line($"{PredictorField(method)} = host.GetPredictor({MethodField(method)});");
        }

        writer.Close().Line();
    }

    private static void EmitBody(SourceWriter writer, ServiceModel service, PredictModel method)
    {
        writer.Line(Abi.GeneratedCode);
        writer.Line($"{method.Body} =>").Indent();
        writer.Line(
            (method.Problem ?? service.Problem) is { } problem
                ? Throw($"'{method.Name}' can't answer: {problem}.")
                : $"({PredictorField(method)} ?? "
                    + $"{Throw($"'{method.Name}' can't answer: the constructor of its class has to call Connect(host).").TrimEnd(';')})"
                    + $".AnswerAsync({TypeText.Identifier(method.InputName)}, {TypeText.Identifier(method.CancellationName)});"
        );
        writer.Unindent();
    }

    private static string Throw(string message) => $"throw new global::System.InvalidOperationException({Literal.Text(message)});";

    private static string MethodType(PredictModel method) => $"{Serving}PredictMethod<{method.Input}, {method.Prediction}>";

    private static string MethodField(PredictModel method) => $"{method.Name}Method__";

    private static string PredictorField(PredictModel method) => $"{method.Name}Predictor__";
}
