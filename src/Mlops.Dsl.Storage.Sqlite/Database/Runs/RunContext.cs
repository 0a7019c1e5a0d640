namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>A run that has begun, by its numbers.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Number">The run's number.</param>
/// <param name="Pipeline">The pipeline's number.</param>
internal sealed record RunContext(string Id, long Number, long Pipeline);
