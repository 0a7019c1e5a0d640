using System.CommandLine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Parameters;

/// <summary>The options that give both ends of a window, besides the one that gives it as a whole.</summary>
/// <param name="From">The first moment that belongs to the window.</param>
/// <param name="To">The first moment after it.</param>
internal sealed record WindowOptions(Option From, Option To)
{
    private const string FromName = "from";
    private const string ToName = "to";

    /// <summary>The options' names, without the hyphens before them.</summary>
    public static IReadOnlyList<string> Names { get; } = [FromName, ToName];

    /// <summary>Makes the options.</summary>
    public static WindowOptions Create() =>
        new(
            CreateEnd(FromName, "The first moment that the run is about"),
            CreateEnd(ToName, "The first moment that it is no longer about")
        );

    /// <summary>Binds the window.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Bind(ParseResult parse, Option whole, ParameterDefinition window, ParameterValues values)
    {
        var (from, to) = (ValueOf(parse, From), ValueOf(parse, To));
        return (ValueOf(parse, whole), from, to) switch
        {
            ({ } text, null, null) => window.Parse(text, values) is { } problem ? $"{whole.Name} {problem}" : null,
            ({ }, _, _) => $"{whole.Name} is given together with {(from is null ? To : From).Name}: give the one or the others",
            (null, null, null) =>
                $"the time that the run is about is missing: give {From.Name} and {To.Name}, such as {From.Name} 2026-11-29T00:00Z "
                    + $"{To.Name} 2026-11-30T00:00Z, or {whole.Name} with both ends and a slash between",
            (_, null, _) => $"{To.Name} is given without {From.Name}",
            (_, _, null) => $"{From.Name} is given without {To.Name}",
            var (_, start, end) => Parse(From, start)
                ?? Parse(To, end)
                ?? (
                    window.Parse($"{start}/{end}", values) is null
                        ? null
                        : $"{To.Name} must come after {From.Name}, but is {ValueText.Quote(end)}"
                ),
        };
    }

    private static Option<string> CreateEnd(string name, string description) =>
        new($"--{name}")
        {
            Description = description,
            HelpName = "time",
            Arity = ArgumentArity.ExactlyOne,
        };

    private static string? Parse(Option option, string text) =>
        ParameterFormats.DateTimeOffset.TryParse(text, out _)
            ? null
            : $"{option.Name} must be a moment such as 2026-11-29T00:00Z, but is {ValueText.Quote(text)}";

    private static string? ValueOf(ParseResult parse, Option option) =>
        parse.GetResult(option) is { Implicit: false, Tokens: [.., var token] } ? token.Value : null;
}
