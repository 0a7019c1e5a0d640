using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>What the rules said of a program, beside what its markup says.</summary>
/// <param name="Program">The program.</param>
/// <param name="Found">The rule of each marked fault that was reported.</param>
/// <param name="Missed">Each marked fault that was not.</param>
/// <param name="FalseAlarms">Each report that is not marked.</param>
internal sealed record CorpusOutcome(
    CorpusProgram Program,
    ImmutableArray<string> Found,
    ImmutableArray<(string Id, string Place)> Missed,
    ImmutableArray<(string Id, string Text)> FalseAlarms
)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<CorpusOutcome>>>> Files = new(StringComparer.Ordinal);

    /// <summary>Whether the program is what it claims to be.</summary>
    public bool IsAsClaimed =>
        Program.Verdict switch
        {
            Verdict.KnownMiss => Missed.Length > 0 && FalseAlarms.IsEmpty,
            Verdict.KnownFalseAlarm => Missed.IsEmpty && FalseAlarms.Length > 0,
            Verdict.Clean => Found.IsEmpty && Missed.IsEmpty && FalseAlarms.IsEmpty,
            _ => Found.Length > 0 && Missed.IsEmpty && FalseAlarms.IsEmpty,
        };

    /// <summary>The outcomes of a file's programs, in order. A file is analyzed once per test run.</summary>
    public static Task<IReadOnlyList<CorpusOutcome>> OfFileAsync(string name) =>
        Files.GetOrAdd(name, static n => new(() => AnalyzeAsync(n))).Value;

    /// <summary>What differs from the claim, for a person.</summary>
    public string Describe() =>
        string.Join(
            '\n',
            (IEnumerable<string>)
                [
                    $"{Program} [{Program.Verdict}]",
                    .. Missed.Select(m => $"  missed:      {m.Id} at {m.Place}"),
                    .. FalseAlarms.Select(f => $"  not marked:  {f.Text}"),
                    .. Missed.IsEmpty && FalseAlarms.IsEmpty
                        ? [$"  {Found.Length} marked faults were found and nothing else was reported."]
                        : (string[])[],
                ]
        );

    private static async Task<IReadOnlyList<CorpusOutcome>> AnalyzeAsync(string name)
    {
        var programs = CorpusFile.Read(name);
        var outcomes = new CorpusOutcome[programs.Count];
        await Parallel.ForAsync(0, programs.Count, async (i, cancellation) => outcomes[i] = await OfAsync(programs[i], cancellation));
        return outcomes;
    }

    private static async Task<CorpusOutcome> OfAsync(CorpusProgram program, CancellationToken cancellation)
    {
        var (project, compilation) = (program.Project(), program.Start().Compilation);
        var errors = compilation.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error);
        var unmarked = errors.Concat(await AnalyzerRunner.RunAsync(project, compilation, cancellation)).ToList();
        var found = new List<string>();
        var missed = new List<(string, string)>();
        foreach (var (file, span) in program.MarkedFiles.SelectMany(f => f.Content.Spans, (f, s) => (f, s)))
        {
            var match = unmarked.FindIndex(d => IsAt(d, file, span));
            if (match < 0)
            {
                missed.Add((span.Id!, $"{file.Path} `{file.Content.Text.AsSpan(span.Span.Start, span.Span.Length)}`"));
            }
            else
            {
                unmarked.RemoveAt(match);
                found.Add(span.Id!);
            }
        }

        return new(program, [.. found], [.. missed], [.. unmarked.Select(d => (d.Id, DiagnosticText.Describe(d)))]);
    }

    // The corpus judges whether a fault is found where it is. Which characters exactly are underlined is up to the tests of each rule.
    private static bool IsAt(Diagnostic diagnostic, TestFile file, MarkupSpan expected) =>
        string.Equals(expected.Id, diagnostic.Id, StringComparison.Ordinal)
        && string.Equals(diagnostic.Location.GetLineSpan().Path, file.Path, StringComparison.Ordinal)
        && diagnostic.Location.SourceSpan.IntersectsWith(expected.Span);
}
