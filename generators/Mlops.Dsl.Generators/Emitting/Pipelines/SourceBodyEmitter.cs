using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>
/// Writes the bodies of partial source methods. They have no doc comment: it would hide the one that the user gave the declaration.
/// </summary>
internal static class SourceBodyEmitter
{
    public static string Emit(PipelineModel pipeline) =>
        GeneratedFile.Extend(
            pipeline.Type,
            writer =>
            {
                for (var i = 0; i < pipeline.SourceBodies.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    EmitBody(writer, pipeline.Name, pipeline.SourceBodies[i]);
                }
            }
        );

    private static void EmitBody(SourceWriter writer, string pipeline, SourceBodyModel body)
    {
        var modifiers = body.Modifiers.Length == 0 ? "partial" : $"{body.Modifiers} partial";
        writer
            .Line(
                body.Kind switch
                {
                    SourceKind.Files => "// The files at the location, ordered by path.",
                    SourceKind.File => "// The file at the location.",
                    SourceKind.Download => "// The pinned content, downloaded once and then taken from the cache.",
                    SourceKind.Run => "// The engine brings it.",
                    _ => "// The location can't be read: the compiler tells why where the source is declared.",
                }
            )
            .Line(Abi.GeneratedCode)
            .Line(
                $"{modifiers} {body.ReturnType} {TypeText.Identifier(body.Name)}{body.TypeParameters}({body.Parameters}){body.Constraints}"
                    + (body.ReturnType == "void" ? "" : " =>")
            )
            .Indent()
            .Line(
                body.Kind == SourceKind.Run && body.ReturnType != "void"
                    ? $"{Abi.SourceOfRun}.Take<{body.ReturnType}>({Literal.Text(pipeline)}, {Literal.Text(body.Name)}, "
                        + $"{Literal.Text(body.Text)});"
                    : Body(body)
            )
            .Unindent();
    }

    private static string Body(SourceBodyModel body) =>
        body.Kind switch
        {
            SourceKind.Files => Wrap(body, $"{Abi.SourceFiles}.FindFiles({body.Location})") + ";",
            SourceKind.File => Wrap(body, $"{Abi.SourceFiles}.FindFile({body.Location})") + ";",
            SourceKind.Download => Download(body) + ";",
            _ => body.ReturnType == "void" ? "{ }" : "default!;",
        };

    private static string Wrap(SourceBodyModel body, string value) =>
        body.Task switch
        {
            "Task" => $"{Abi.Task}.FromResult({value})",
            "ValueTask" => $"new({value})",
            _ => value,
        };

    private static string Download(SourceBodyModel body)
    {
        var cancellation = body.CancellationToken is null ? "" : $", {TypeText.Identifier(body.CancellationToken)}";
        var limit = body.MaxBytes is { } bytes ? string.Format(CultureInfo.InvariantCulture, ", {0}L", bytes) : "";
        var value = $"{Abi.SourceFiles}.DownloadAsync({body.Location}, {Literal.Text(body.Sha256)}{limit}{cancellation})";
        return body.Task switch
        {
            "Task" => value,
            "ValueTask" => $"new({value})",
            _ => $"{value}.GetAwaiter().GetResult()",
        };
    }
}
