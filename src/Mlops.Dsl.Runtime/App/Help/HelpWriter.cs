using System.CommandLine;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Help;

/// <summary>Lays out help: headings, and terms with their explanations beside them, wrapped to the console's width.</summary>
internal sealed class HelpWriter(AppConsole console)
{
    private const int WidestTerm = 34;
    private bool _hasText;

    /// <summary>An option's name, short name and value, as help shows it.</summary>
    public static string Label(Option option)
    {
        var aliases = string.Concat(option.Aliases.Order(StringComparer.Ordinal).Select(static alias => $"{alias}, "));
        return $"{aliases}{option.Name}{(option.HelpName is { } value ? $" <{value}>" : "")}";
    }

    /// <summary>An empty line.</summary>
    public void Blank() => console.Out.WriteLine();

    /// <summary>One line, indented under a heading.</summary>
    public void Line(string text) => console.Out.WriteLine($"  {text}");

    /// <summary>A heading, set off from what is above it.</summary>
    public void Heading(string text)
    {
        if (_hasText)
        {
            Blank();
        }

        _hasText = true;
        console.Out.WriteLine(console.Styled($"{text}:", TextStyle.Strong));
    }

    /// <summary>Running text.</summary>
    public void Paragraph(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_hasText)
        {
            Blank();
        }

        _hasText = true;
        foreach (var line in Wrap(text, console.Width))
        {
            console.Out.WriteLine(line);
        }
    }

    /// <summary>A heading with terms and their explanations; nothing where there are none.</summary>
    public void Section(string heading, IEnumerable<(string Term, string Explanation)> entries)
    {
        var all = entries.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        Heading(heading);
        var column = Math.Min(WidestTerm, all.Max(static entry => TextWidth.Of(entry.Term))) + 4;
        foreach (var (term, explanation) in all)
        {
            var fits = TextWidth.Of(term) + 4 <= column;
            var lines = Wrap(explanation, Math.Max(20, console.Width - column)).ToArray();
            var first = fits ? 1 : 0;
            console.Out.WriteLine(
                fits && lines.Length > 0 ? $"  {term}{new string(' ', column - 2 - TextWidth.Of(term))}{lines[0]}" : $"  {term}"
            );
            foreach (var line in lines.Skip(first))
            {
                console.Out.WriteLine($"{new string(' ', column)}{line}");
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = Printable.Line(paragraph.Trim());
            while (rest.Length > width)
            {
                var cut = rest.LastIndexOf(' ', width);
                cut = cut > 0 ? cut : width;
                yield return rest[..cut].TrimEnd();
                rest = rest[cut..].TrimStart();
            }

            yield return rest;
        }
    }
}
