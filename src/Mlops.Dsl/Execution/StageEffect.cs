namespace Mlops.Dsl.Execution;

/// <summary>What a stage asks to be done after its commit.</summary>
public abstract record StageEffect;

/// <summary>Asks for a notice to be told.</summary>
/// <param name="Notice">The notice.</param>
public sealed record NoticeEffect(Notice Notice) : StageEffect;

/// <summary>Asks for a run of another pipeline.</summary>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Parameters">The values of its parameters in the form that parses back to them, by name. Null stands for a null
/// value.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record StartEffect(string Pipeline, IReadOnlyList<KeyValuePair<string, string?>> Parameters, string Reason) : StageEffect
{
    /// <summary>
    /// Asks for a run with the parameters of an instance. What has its default is left out: the run takes the default that holds when it
    /// starts.
    /// </summary>
    /// <exception cref="EffectException">A secret is set.</exception>
    internal static StartEffect Of(PipelineDefinition definition, object pipeline, string reason)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var defaults = definition.CreateInstance(new ParameterValues());
        var parameters = new List<KeyValuePair<string, string?>>();
        foreach (var parameter in definition.Parameters)
        {
            var value = parameter.Format(pipeline);
            if (!parameter.IsRequired && string.Equals(value, parameter.Format(defaults), StringComparison.Ordinal))
            {
                continue;
            }

            if (parameter.IsSecret)
            {
                if (value is null)
                {
                    continue;
                }

                throw new EffectException(
                    $"The request to start '{definition.Name}' sets its secret '{parameter.Name}', which would be stored. Leave it out: "
                        + $"the run reads its secrets from the environment when it starts."
                );
            }

            parameters.Add(new(parameter.Name, value));
        }

        return new StartEffect(definition.Name, parameters, reason);
    }
}
