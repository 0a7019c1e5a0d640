using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing.Analysis;

internal sealed class DiagnosticComparison(TestProject project, ImmutableArray<Diagnostic> reported)
{
    public void AssertEqual()
    {
        var unexpected = reported.ToList();
        var missing = new List<(TestFile File, MarkupSpan Span)>();

        // Named spans choose first, or an unnamed span around the same code could take their diagnostic.
        foreach (var (file, span) in project.Sources.SelectMany(f => f.Content.Spans, (f, s) => (f, s)).OrderBy(e => e.s.Id is null))
        {
            var match = unexpected.Find(d => Matches(d, file, span));
            if (match is null)
            {
                missing.Add((file, span));
            }
            else
            {
                unexpected.Remove(match);
            }
        }

        if (missing.Count + unexpected.Count > 0)
        {
            throw new VerificationException(Describe(missing, unexpected));
        }
    }

    private static bool Matches(Diagnostic diagnostic, TestFile file, MarkupSpan expected) =>
        string.Equals(diagnostic.Location.SourceTree?.FilePath, file.Path, StringComparison.Ordinal)
        && diagnostic.Location.SourceSpan == expected.Span
        && (expected.Id is null || string.Equals(expected.Id, diagnostic.Id, StringComparison.Ordinal));

    private string Describe(List<(TestFile File, MarkupSpan Span)> missing, List<Diagnostic> unexpected)
    {
        var message = new StringBuilder("The diagnostics are not the marked ones.\n");
        foreach (var (file, span) in missing)
        {
            var position = SourceText.From(file.Content.Text).Lines.GetLinePosition(span.Span.Start);
            message
                .Append("  missing:    ")
                .Append(span.Id ?? "any diagnostic")
                .Append(' ')
                .Append(file.Path)
                .Append('(')
                .Append(position.Line + 1)
                .Append(',')
                .Append(position.Character + 1)
                .Append(") `")
                .Append(file.Content.Text.AsSpan(span.Span.Start, span.Span.Length))
                .Append("`\n");
        }

        foreach (var diagnostic in unexpected)
        {
            message.Append("  unexpected: ").Append(DiagnosticText.Describe(diagnostic)).Append('\n');
        }

        foreach (var file in project.Sources.Where(f => missing.Any(m => m.File == f) || unexpected.Any(d => In(d, f))))
        {
            message
                .Append("As reported, ")
                .Append(file.Path)
                .Append(":\n")
                .Append(
                    MarkupWriter.Write(
                        file.Content.Text,
                        reported.Where(d => In(d, file)).Select(d => new MarkupSpan(d.Id, d.Location.SourceSpan))
                    )
                )
                .Append('\n');
        }

        return message.ToString();
    }

    private static bool In(Diagnostic diagnostic, TestFile file) =>
        string.Equals(diagnostic.Location.SourceTree?.FilePath, file.Path, StringComparison.Ordinal);
}
