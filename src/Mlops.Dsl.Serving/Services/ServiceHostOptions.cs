namespace Mlops.Dsl.Serving;

/// <summary>How models are watched while they are served.</summary>
public sealed record ServiceHostOptions
{
    /// <summary>How often the store is asked whether an alias has moved. Default: a second.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How the program is started, for the commands that messages show.</summary>
    public string CommandName { get; init; } = "dotnet run --";

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Takes a line for each model that begins or stops to answer, and each that is refused; and when answers can't be recorded any more,
    /// or can again. Called from several threads.
    /// </summary>
    public Action<string> Log { get; init; } = static _ => { };
}
