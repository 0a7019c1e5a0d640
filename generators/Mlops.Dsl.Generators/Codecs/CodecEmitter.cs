using Mlops.Dsl.Generators.Emitting;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Writes the codec class of a model.</summary>
internal static class CodecEmitter
{
    /// <summary>The generated file.</summary>
    public static string Emit(CodecModel model) => Wrap(model.Home, writer => CodecClassEmitter.Emit(writer, model));

    /// <summary>A file whose members are in a home.</summary>
    public static string Wrap(CodecHome home, Action<SourceWriter> writeMembers)
    {
        var writer = GeneratedFile.Start().Line();
        if (home.Namespace.Length > 0)
        {
            writer.Line($"namespace {home.Namespace};").Line();
        }

        foreach (var declaration in home.Declarations)
        {
            writer.Open(declaration);
        }

        writeMembers(writer);
        foreach (var _ in home.Declarations)
        {
            writer.Close();
        }

        return writer.ToString();
    }
}
