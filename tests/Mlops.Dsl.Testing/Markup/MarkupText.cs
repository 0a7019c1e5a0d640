using System.Collections.Immutable;

namespace Mlops.Dsl.Testing.Markup;

/// <summary>
/// Source text and what its markup said: <c>[|…|]</c> and <c>{|ID:…|}</c> mark expected diagnostics and may nest; <c>$$</c> marks the
/// caret.
/// </summary>
/// <param name="Text">The source without markup, with line feeds as line ends.</param>
/// <param name="Spans">The marked stretches, by start, the outer first.</param>
/// <param name="Caret">Offset of <c>$$</c> in <paramref name="Text"/>; null where the source has none.</param>
public sealed record MarkupText(string Text, ImmutableArray<MarkupSpan> Spans, int? Caret)
{
    /// <summary>Parses marked source.</summary>
    /// <exception cref="VerificationException">The markup is unbalanced, or it has two carets.</exception>
    public static MarkupText Parse(string markup) => new MarkupParser(markup.ReplaceLineEndings("\n")).Parse();

    /// <summary>Takes text as it is, with no markup in it.</summary>
    public static MarkupText Plain(string text) => new(text.ReplaceLineEndings("\n"), [], null);
}
