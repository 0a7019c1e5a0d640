using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>Applies code fixes to marked projects and checks the result, which must compile.</summary>
public static class CodeFixVerifier
{
    // A fix that does not remove its diagnostic would otherwise go on for ever.
    private const int MaxRounds = 100;

    /// <summary>Titles of the fixes offered for the first fixable diagnostic at the caret, or anywhere where there is no caret.</summary>
    /// <exception cref="VerificationException">Nothing that the provider fixes is reported there: that it offers nothing says
    /// nothing.</exception>
    public static async Task<ImmutableArray<string>> TitlesAsync(
        TestProject project,
        CodeFixProvider provider,
        CancellationToken cancellationToken = default
    )
    {
        var session = new FixSession(project, TestWorkspace.Open(project), provider, cancellationToken);
        var caret = project.Sources.FirstOrDefault(s => s.Content.Caret is not null);
        var reported = await session.FixableAsync();
        var diagnostic =
            reported.FirstOrDefault(d =>
                caret is null
                || (
                    string.Equals(d.Location.SourceTree!.FilePath, caret.Path, StringComparison.Ordinal)
                    && d.Location.SourceSpan.IntersectsWith(caret.Content.Caret!.Value)
                )
            )
            ?? throw new VerificationException(
                $"None of {string.Join(", ", provider.FixableDiagnosticIds)} is reported{(caret is null ? "" : " at the caret")}, so that "
                    + $"no fix can be offered. Reported: {string.Join("; ", reported.Select(DiagnosticText.Describe))}"
            );
        return [.. (await session.ActionsAsync(diagnostic)).Select(a => a.Title)];
    }

    /// <summary>
    /// Applies one fix to the first diagnostic that offers it, then to the next, until no diagnostic offers it, and compares. Where that
    /// was one fix all the time, fixing all at once has to give the same.
    /// </summary>
    /// <param name="project">The project before.</param>
    /// <param name="provider">The fix provider.</param>
    /// <param name="expected">The first test source (<c>Test0.cs</c>) after; markup in it says what must still be reported.</param>
    /// <param name="title">Title of the fix to choose; null takes the first that is offered.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The fixed project.</returns>
    /// <exception cref="VerificationException">No fix is offered, the result is not as expected, does not compile, or the fixing does not
    /// end.</exception>
    public static async Task<TestProject> VerifyAsync(
        TestProject project,
        CodeFixProvider provider,
        string expected,
        string? title = null,
        CancellationToken cancellationToken = default
    )
    {
        var start = new FixSession(project, TestWorkspace.Open(project), provider, cancellationToken);
        var session = start;
        var applied = new List<Offer>();
        while (await NextAsync(session, title) is { } next)
        {
            session =
                applied.Count < MaxRounds
                    ? session.With(await session.ApplyAsync(next.Action))
                    : throw new VerificationException($"'{next.Action.Title}' is still offered after {MaxRounds} rounds.");
            applied.Add(next);
        }

        if (applied.Count == 0)
        {
            throw new VerificationException(await NothingOfferedAsync(session, title));
        }

        if (
            provider.GetFixAllProvider() is not null
            && applied.DistinctBy(offer => (offer.Diagnostic.Id, offer.Action.EquivalenceKey)).Count() == 1
        )
        {
            var all = start.With(await start.FixAllAsync(applied[0].Action, applied[0].Diagnostic));
            await CompareAsync(project, all, expected, cancellationToken);
        }

        return await CompareAsync(project, session, expected, cancellationToken);
    }

    /// <summary>Applies one fix to all diagnostics of its id at once, and compares.</summary>
    /// <inheritdoc cref="VerifyAsync"/>
    public static async Task<TestProject> VerifyFixAllAsync(
        TestProject project,
        CodeFixProvider provider,
        string expected,
        string? title = null,
        CancellationToken cancellationToken = default
    )
    {
        var session = new FixSession(project, TestWorkspace.Open(project), provider, cancellationToken);
        var first = await NextAsync(session, title) ?? throw new VerificationException(await NothingOfferedAsync(session, title));
        return await CompareAsync(
            project,
            session.With(await session.FixAllAsync(first.Action, first.Diagnostic)),
            expected,
            cancellationToken
        );
    }

    private static async Task<Offer?> NextAsync(FixSession session, string? title)
    {
        foreach (var diagnostic in await session.FixableAsync())
        {
            foreach (var action in await session.ActionsAsync(diagnostic))
            {
                if (title is null || string.Equals(action.Title, title, StringComparison.Ordinal))
                {
                    return new(diagnostic, action);
                }
            }
        }

        return null;
    }

    private static async Task<string> NothingOfferedAsync(FixSession session, string? title)
    {
        var message = new System.Text.StringBuilder("No fix")
            .Append(title is null ? "" : $" '{title}'")
            .Append(" is offered. Fixable diagnostics and their fixes:\n");
        foreach (var diagnostic in await session.FixableAsync())
        {
            message
                .Append("  ")
                .Append(DiagnosticText.Describe(diagnostic))
                .Append(": ")
                .AppendJoin(" | ", (await session.ActionsAsync(diagnostic)).Select(a => a.Title))
                .Append('\n');
        }

        return message.ToString();
    }

    private static async Task<TestProject> CompareAsync(
        TestProject before,
        FixSession session,
        string expected,
        CancellationToken cancellationToken
    )
    {
        var after = await TestWorkspace.ReadBackAsync(before, session.Project, cancellationToken);
        var main = after.Sources.First(s => string.Equals(s.Path, "Test0.cs", StringComparison.Ordinal));
        var wanted = MarkupText.Parse(expected);
        if (!string.Equals(main.Content.Text, wanted.Text, StringComparison.Ordinal))
        {
            throw new VerificationException(
                $"The fixed source is not the expected one.\n--- expected\n{wanted.Text}\n--- fixed\n{main.Content.Text}"
            );
        }

        // Diagnostics that stay must be marked in the expected text, compiler errors among them.
        await Analysis.AnalyzerVerifier.VerifyAsync(
            after with
            {
                Sources = after.Sources.Replace(main, main with { Content = wanted }),
            },
            cancellationToken
        );
        return after;
    }

    private sealed record Offer(Microsoft.CodeAnalysis.Diagnostic Diagnostic, Microsoft.CodeAnalysis.CodeActions.CodeAction Action);
}
