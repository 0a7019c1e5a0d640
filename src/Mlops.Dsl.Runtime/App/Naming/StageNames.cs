using Mlops.Dsl.Execution;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Runtime.App.Naming;

/// <summary>Finds the stage that a user means.</summary>
internal static class StageNames
{
    /// <summary>The stage with a name, ignoring case.</summary>
    /// <exception cref="UsageException">There is none; the message names the nearest.</exception>
    public static StageDefinition Find(PipelineDefinition definition, string name) =>
        definition.Stages.FirstOrDefault(stage => string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(
            $"the pipeline '{definition.Name}' has no stage "
                + $"'{name}'{NearestName.Ask(name, definition.Stages.Select(static stage => stage.Name))}"
        );
}
