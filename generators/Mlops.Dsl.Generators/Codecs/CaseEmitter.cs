using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Writes the inside of an abstract type's codec: the name of the case, then the case.</summary>
internal static class CaseEmitter
{
    private const string Namespace = "global::Mlops.Dsl.Serialization.";

    public static void Emit(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override void Describe({Namespace}ObjectShape shape)");
        foreach (var known in model.Cases)
        {
            writer.Line($"shape.AddCase({CodecClassEmitter.Quote(known.Name)}, {known.Codec});");
        }

        writer.Close().Line();
        EmitWrite(writer, model);
        EmitRead(writer, model);
    }

    private static void EmitWrite(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override void WriteMembers({Namespace}ArtifactWriter writer, {model.Type} value)");
        writer.Open("switch (value)");
        foreach (var known in model.Cases)
        {
            writer.Line($"case {known.Type} known:").Indent();
            writer.Line($"writer.WriteString({CodecClassEmitter.Quote(known.Name)});");
            writer.Line($"{known.Codec}.Write(writer, known);");
            writer.Line("break;").Unindent();
        }

        writer.Line("default:").Indent();
        writer.Line(
            $"throw new {Namespace}ArtifactFormatException($\"{{value.GetType().Name}} is no case of {model.DisplayType}: declare it "
                + $"inside or beside that type.\");"
        );
        writer.Unindent().Close().Close().Line();
    }

    private static void EmitRead(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override {model.Type} ReadMembers({Namespace}ArtifactReader reader)");
        writer.Line("var name = reader.ReadString();");
        writer.Open("return name switch");
        foreach (var known in model.Cases)
        {
            writer.Line($"{CodecClassEmitter.Quote(known.Name)} => {known.Codec}.Read(reader),");
        }

        writer.Line(
            $"_ => throw new {Namespace}ArtifactFormatException($\"The artifact is not in its codec's format: '{{name}}' is no case of "
                + $"{model.DisplayType}.\"),"
        );
        writer.Close(";").Close();
    }
}
