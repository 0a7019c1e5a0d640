namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Writes the codec class of a model.</summary>
internal static class CodecEmitter
{
    /// <summary>The generated file.</summary>
    public static string Emit(CodecModel model) => $"// {model.HintName}\n";
}
