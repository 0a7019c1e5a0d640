using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>What the methods of a service share.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Store">The store with the models and the log.</param>
/// <param name="Clock">The clock.</param>
/// <param name="CommandName">How the program is started, for the commands that messages show.</param>
/// <param name="Log">Takes a line for each model that begins or stops to answer, and each that is refused.</param>
/// <param name="Recording">Whether answers can be recorded.</param>
internal sealed record ServingScope(
    string Service,
    IStore Store,
    TimeProvider Clock,
    string CommandName,
    Action<string> Log,
    Recording Recording
);
