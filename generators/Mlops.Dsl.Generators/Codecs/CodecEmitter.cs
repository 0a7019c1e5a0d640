using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Writes the codec class of a model.</summary>
internal static class CodecEmitter
{
    /// <summary>The generated file.</summary>
    public static string Emit(CodecModel model) => Wrap(model.Home, writer => CodecClassEmitter.Emit(writer, model));

    /// <summary>A file whose members are in a home.</summary>
    /// <param name="home">The home.</param>
    /// <param name="writeMembers">Writes the members.</param>
    /// <param name="document">Writes what is before the innermost type, if anything.</param>
    public static string Wrap(CodecHome home, Action<SourceWriter> writeMembers, Action<SourceWriter>? document = null)
    {
        var writer = GeneratedFile.Start().Line();
        if (home.Namespace.Length > 0)
        {
            writer.Line($"namespace {home.Namespace};").Line();
        }

        for (var i = 0; i < home.Declarations.Count; i++)
        {
            if (i == home.Declarations.Count - 1)
            {
                document?.Invoke(writer);
            }

            var lines = home.Declarations[i].Split('\n');
            for (var line = 0; line < lines.Length - 1; line++)
            {
                writer.Line(lines[line]);
            }

            writer.Open(lines[lines.Length - 1]);
        }

        writeMembers(writer);
        foreach (var _ in home.Declarations)
        {
            writer.Close();
        }

        return writer.ToString();
    }
}
