using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes the call of a stage's method: every value goes from its typed slot to the parameter and back without a box.</summary>
internal static class InvokeEmitter
{
    private const int LongestLine = 120;

    public static void Emit(SourceWriter writer, PipelineTypeModel type, StageModel stage)
    {
        if (stage.Watch is ServedModel served)
        {
            EmitServed(writer, type, stage, served);
            return;
        }

        var call = Call(type, stage);
        writer
            .Line()
            .Line("/// <inheritdoc />")
            .Open($"public override {(stage.Return.IsAwaitable ? "async " : "")}{Abi.ValueTask} InvokeAsync({Abi.StageCall} call)");
        if (stage.Return.Type is null)
        {
            Write(writer, stage.Return.IsAwaitable ? "await " : "", call, stage.Return.IsAwaitable ? ".ConfigureAwait(false);" : ";");
        }
        else
        {
            var ending = stage.Return.IsAwaitable ? ".ConfigureAwait(false);" : ";";
            Write(writer, $"{stage.Return.Type} result = {(stage.Return.IsAwaitable ? "await " : "")}", call, ending);
            for (var i = 0; i < stage.Outputs.Count; i++)
            {
                var output = stage.Outputs[i];
                var value = stage.Return.IsTuple ? $"result.{TypeText.Identifier(output.Name)}" : "result";
                writer.Line($"call.SetOutput<{output.Type}>({i.ToString(CultureInfo.InvariantCulture)}, {value});");
            }
        }

        if (stage.Kind == StageKind.Notify)
        {
            writer.Line("call.Tell(result);");
        }
        else if (stage.Watch is StartModel start)
        {
            writer.Line($"call.Start({start.Type}.Definition, result);");
        }

        if (!stage.Return.IsAwaitable)
        {
            writer.Line("return default;");
        }

        writer.Close();
        if (stage.VersionToken is not null)
        {
            EmitVersionToken(writer, type, stage.VersionToken);
        }
    }

    private static void EmitServed(SourceWriter writer, PipelineTypeModel type, StageModel stage, ServedModel served) =>
        writer
            .Line()
            .Line("/// <inheritdoc />")
            .Open($"public override async {Abi.ValueTask} InvokeAsync({Abi.StageCall} call)")
            .Line($"var window = {Receiver(type, isStatic: false)}.{TypeText.Identifier(served.Window)};")
            .Line(
                $"{stage.Outputs[0].Type} result = await call.ReadServedAsync(this.Served!, window, {served.InputCodec}, "
                    + $"{served.PredictionCodec}).ConfigureAwait(false);"
            )
            .Line($"call.SetOutput<{stage.Outputs[0].Type}>(0, result);")
            .Close();

    private static (string Method, List<string> Arguments) Call(PipelineTypeModel type, StageModel stage) =>
        ($"{Receiver(type, stage.IsStatic)}.{TypeText.Identifier(stage.Name)}", [.. Arguments(stage)]);

    private static string Receiver(PipelineTypeModel type, bool isStatic) =>
        isStatic ? type.FullName : $"call.GetPipeline<{type.FullName}>()";

    /// <summary>The arguments. The compiler fills in a default that is left out; what comes after it has to be named.</summary>
    private static IEnumerable<string> Arguments(StageModel stage)
    {
        var isNamed = false;
        foreach (var argument in stage.Arguments)
        {
            if (argument.Cast is not null)
            {
                yield return $"({argument.Cast}){(argument.Kind == ArgumentKind.Default ? argument.Default : Argument(argument))}";
            }
            else if (argument.Kind == ArgumentKind.Default)
            {
                isNamed = true;
            }
            else
            {
                yield return isNamed ? $"{TypeText.Identifier(argument.Parameter)}: {Argument(argument)}" : Argument(argument);
            }
        }
    }

    private static string Argument(ArgumentModel argument) =>
        argument.Kind switch
        {
            ArgumentKind.Context => "call.Context",
            ArgumentKind.CancellationToken => "call.CancellationToken",
            ArgumentKind.Service => $"call.GetService<{argument.Type}>()",
            ArgumentKind.OptionalService => $"call.FindService<{argument.Type}>()",
            _ => $"call.GetInput<{argument.Type}>({argument.Input.ToString(CultureInfo.InvariantCulture)})",
        };

    private static void Write(SourceWriter writer, string start, (string Method, List<string> Arguments) call, string end)
    {
        var line = $"{start}{call.Method}({string.Join(", ", call.Arguments)}){end}";
        if (line.Length <= LongestLine || call.Arguments.Count < 2)
        {
            writer.Line(line);
            return;
        }

        writer.Line($"{start}{call.Method}(").Indent();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            writer.Line(call.Arguments[i] + (i < call.Arguments.Count - 1 ? "," : ")" + end));
        }

        writer.Unindent();
    }

    private static void EmitVersionToken(SourceWriter writer, PipelineTypeModel type, VersionTokenModel token)
    {
        var arguments =
            token.TakesCancellationToken ? "(call.CancellationToken)"
            : token.IsMethod ? "()"
            : "";
        var value = $"{Receiver(type, token.IsStatic)}.{TypeText.Identifier(token.Name)}{arguments}";
        writer
            .Line()
            .Line("/// <inheritdoc />")
            .Line("public override bool HasVersionToken => true;")
            .Line()
            .Line("/// <inheritdoc />")
            .Line(
                $"public override {(token.IsAwaitable ? "async " : "")}{Abi.ValueTask}<string> GetVersionTokenAsync({Abi.StageCall} "
                    + $"call) =>"
            )
            .Indent()
            .Line(token.IsAwaitable ? $"await {value}.ConfigureAwait(false);" : $"new({value});")
            .Unindent();
    }
}
