using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Wiring;

/// <summary>Turns the parser's problems into diagnostics.</summary>
internal sealed class WiringProblems(PipelineContext context) : IProblemSink
{
    private static readonly string[] Separator = [", "];

    public void Report(ProblemKind kind, Location? location, params string[] arguments)
    {
        // Placeholders have a rule of their own, which points at the placeholder itself.
        if (WiringRules.ByKind.TryGetValue(kind, out var rule) && !context.HasReported(location))
        {
            var (words, properties) = Explain(kind, arguments);
            context.Report(rule, location, properties, words);
        }
    }

    /// <summary>The message's words, where they depend on what was found, and what the fix needs.</summary>
    private static (object[] Words, ImmutableDictionary<string, string?> Properties) Explain(ProblemKind kind, string[] arguments) =>
        kind switch
        {
            ProblemKind.UnboundInput => (
                [
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3].Length == 0 ? "the pipeline has no other output" : $"the outputs are {arguments[3]}",
                ],
                None
            ),
            ProblemKind.AmbiguousInput => (
                [arguments[0], arguments[1], arguments[2], Names(arguments[3]).Alternatives()],
                RuleProperties.Of(RuleProperties.Candidates, arguments[3])
            ),
            ProblemKind.IllTypedInput => (
                [.. arguments.Take(5), arguments[5].Length == 0 ? "" : $"; of its type there is {Names(arguments[5]).Alternatives()}"],
                RuleProperties.Of(RuleProperties.Candidates, arguments[5])
            ),
            ProblemKind.UnknownTarget => (
                [arguments[0], arguments[1], arguments[2], Suggestion(arguments[3], arguments[4])],
                RuleProperties.Of(RuleProperties.Replacement, arguments[3])
            ),
            _ => ([.. arguments], None),
        };

    private static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    private static string Suggestion(string nearest, string all) =>
        nearest.Length > 0 ? $"did you mean '{nearest}'?"
        : all.Length > 0 ? $"choose from {Names(all).Quoted()}"
        : "the pipeline has none";

    private static string[] Names(string joined) => joined.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
