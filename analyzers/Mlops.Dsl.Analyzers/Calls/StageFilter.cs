using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>The stages that a rule is about.</summary>
internal sealed class StageFilter
{
    private readonly Func<StageMethod, KnownTypes, bool> _includes;

    private StageFilter(Func<StageMethod, KnownTypes, bool> includes) => _includes = includes;

    /// <summary>Sources, stages, gates and publications.</summary>
    public static StageFilter All { get; } = new(static (_, _) => true);

    /// <summary>All but sources, which may read from outside: what they read is hashed.</summary>
    public static StageFilter ExceptSources { get; } = new(static (stage, types) => stage.Source(types) is null);

    /// <summary>
    /// Stages, gates and publications whose outputs are reused: they return something, and no [NoCache] forbids it. Notices and starts are
    /// made in every run.
    /// </summary>
    public static StageFilter Cached { get; } =
        new(
            static (stage, types) =>
                stage.Source(types) is null
                && stage.Role(types.Notify) is null
                && stage.Role(types.Start) is null
                && stage.Method.FindAttribute(types.NoCache) is null
                && types.Result(stage.Method.ReturnType) is not null
        );

    /// <summary>Whether the rule is about a stage.</summary>
    public bool Includes(StageMethod stage, KnownTypes types) => _includes(stage, types);
}
