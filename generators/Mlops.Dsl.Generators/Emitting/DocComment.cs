namespace Mlops.Dsl.Generators.Emitting;

/// <summary>Writes doc comments.</summary>
internal static class DocComment
{
    /// <summary>Writes a summary.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="markup">The summary, with its markup.</param>
    public static SourceWriter Summary(this SourceWriter writer, string markup) => writer.Line($"/// <summary>{markup}</summary>");

    /// <summary>Text as doc comments show it.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
