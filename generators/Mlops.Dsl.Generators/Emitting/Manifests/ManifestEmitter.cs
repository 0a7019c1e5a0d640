using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Manifests;

/// <summary>Writes the assembly attribute that carries the manifest through the compiler to the build's last step.</summary>
internal static class ManifestEmitter
{
    public static string Emit(PipelineModel pipeline)
    {
        var writer = GeneratedFile
            .Start()
            .Line()
            .Line($"[assembly: {Abi.PipelineManifest}(")
            .Indent()
            .Line($"{Literal.Text(pipeline.Name)},");
        RawText.Write(writer, ManifestWriter.Write(pipeline).Split('\n'), ")]");
        return writer.Unindent().ToString();
    }
}
