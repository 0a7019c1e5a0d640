using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>The product's assemblies that a program references.</summary>
internal static class ProductAssemblies
{
    /// <summary>Where they are.</summary>
    public static IReadOnlyList<string> Locations { get; } =
    [
        typeof(PipelineDefinition).Assembly.Location,
        typeof(IStore).Assembly.Location,
        typeof(SqliteStore).Assembly.Location,
        typeof(PipelineEngine).Assembly.Location,
        typeof(PipelineApp).Assembly.Location,
    ];
}
