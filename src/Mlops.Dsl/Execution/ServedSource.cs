namespace Mlops.Dsl.Execution;

/// <summary>The answers that a <see cref="ServedAttribute">[Served]</see> source reads.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Method">The name of its method.</param>
public sealed record ServedSource(string Service, string Method);

/// <summary>The artifact that a <see cref="FromPublishedAttribute">[FromPublished]</see> source takes.</summary>
/// <param name="Pipeline">The name of the pipeline that publishes.</param>
/// <param name="Entry">The name of the published entry.</param>
/// <param name="Alias">The alias that tells the version.</param>
/// <param name="Stage">The stage of the publishing run whose artifact it is.</param>
/// <param name="Output">The name of the stage's output.</param>
public sealed record PublishedSource(string Pipeline, string Entry, string Alias, string Stage, string Output);
