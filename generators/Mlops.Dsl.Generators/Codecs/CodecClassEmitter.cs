using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Writes a codec class.</summary>
internal static class CodecClassEmitter
{
    private const string Namespace = "global::Mlops.Dsl.Serialization.";

    public static void Emit(SourceWriter writer, CodecModel model)
    {
        writer.Line($"/// <summary>Encodes {Escape(model.DisplayType)} as {Contents(model)}.</summary>");
        writer.Line(Abi.GeneratedCode);
        writer.Open(
            $"{(model.Home.IsNested ? "private" : "internal")} sealed partial class {model.ClassName} : "
                + $"{Namespace}ObjectCodec<{model.Type}>"
        );
        writer.Line($"/// <summary>The only instance: it has no state.</summary>");
        writer.Line($"public static {model.ClassName} Instance {{ get; }} = new();").Line();
        EmitMemberCodecs(writer, model);
        writer.Line("/// <inheritdoc />");
        writer.Line($"protected override string TypeName => {Quote(model.DisplayType)};").Line();
        writer.Line("/// <inheritdoc />");
        writer.Line($"protected override bool MembersAreReadOnly => {(model.MembersAreReadOnly ? "true" : "false")};").Line();
        if (model.MayChangeValues)
        {
            writer.Line("/// <inheritdoc />");
            writer.Line("protected override bool MayChangeValues => true;").Line();
        }

        if (model.Cases.Count > 0)
        {
            CaseEmitter.Emit(writer, model);
        }
        else
        {
            EmitDescribe(writer, model);
            EmitWrite(writer, model);
            EmitRead(writer, model);
        }

        writer.Close();
    }

    /// <summary>A text as a C# literal.</summary>
    public static string Quote(string text) => Symbols.Literal.Text(text);

    private static void EmitMemberCodecs(SourceWriter writer, CodecModel model)
    {
        var isFirst = true;
        foreach (var member in model.Members.Where(NeedsProperty))
        {
            if (isFirst)
            {
                writer.Line("// Codecs that are put together are made when they are first asked for: a type may contain itself.");
                isFirst = false;
            }

            var field = "_c" + PropertyOf(member).Substring(1);
            writer.Line($"private {Namespace}Codec<{member.Type}> {PropertyOf(member)} => {field} ??= {member.Codec};");
            writer.Line($"private {Namespace}Codec<{member.Type}>? {field};").Line();
        }
    }

    private static void EmitDescribe(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override void Describe({Namespace}ObjectShape shape)");
        foreach (var member in model.Members)
        {
            writer.Line($"shape.Add({Quote(member.Name.TrimStart('@'))}, {CodecOf(member)});");
        }

        writer.Close().Line();
    }

    private static void EmitWrite(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override void WriteMembers({Namespace}ArtifactWriter writer, {model.Type} value)");
        foreach (var member in model.Members)
        {
            var value = member.IsPlainReference
                ? $"NotNull(value.{member.Name}, {Quote(member.Name.TrimStart('@'))})"
                : $"value.{member.Name}";
            writer.Line(member.Scalar is null ? $"{CodecOf(member)}.Write(writer, {value});" : $"writer.Write{member.Scalar}({value});");
        }

        writer.Close().Line();
    }

    private static void EmitRead(SourceWriter writer, CodecModel model)
    {
        writer.Line("/// <inheritdoc />");
        writer.Open($"protected override {model.Type} ReadMembers({Namespace}ArtifactReader reader)");
        var locals = LocalNames.For(model.Members.Select(static member => member.Name));
        for (var i = 0; i < model.Members.Count; i++)
        {
            writer.Line($"var {locals[i]} = {Read(model.Members[i])};");
        }

        var arguments = string.Join(", ", model.ConstructorArguments.Select(position => locals[position]));
        if (model.InitializedMembers.Count == 0)
        {
            writer.Line($"return new {model.Type}({arguments});").Close();
            return;
        }

        writer.Open($"return new {model.Type}({arguments})");
        foreach (var position in model.InitializedMembers)
        {
            writer.Line($"{model.Members[position].Name} = {locals[position]},");
        }

        writer.Close(";").Close();
    }

    private static string Read(CodecMember member) =>
        member.Scalar switch
        {
            null => $"{CodecOf(member)}.Read(reader)",
            "Unmanaged" => $"reader.ReadUnmanaged<{member.Type}>()",
            var scalar => $"reader.Read{scalar}()",
        };

    // A built-in or generated codec is there already; one that is put together is put together once.
    private static bool NeedsProperty(CodecMember member) => member.Scalar is null && member.Codec.EndsWith(")", StringComparison.Ordinal);

    private static string PropertyOf(CodecMember member) => "CodecOf" + member.Name.TrimStart('@');

    private static string CodecOf(CodecMember member) => NeedsProperty(member) ? PropertyOf(member) : member.Codec;

    private static string Contents(CodecModel model) =>
        model.Cases.Count > 0 ? $"one of its cases: {string.Join(", ", model.Cases.Select(static known => known.Name))}"
        : model.Members.Count == 0 ? "nothing: it has no members"
        : string.Join(", ", model.Members.Select(static member => member.Name.TrimStart('@')));

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
