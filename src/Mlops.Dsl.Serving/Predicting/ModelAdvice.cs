using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>Says why no version of a model may answer, with the command that mends it.</summary>
internal static class ModelAdvice
{
    /// <summary>Explains.</summary>
    /// <param name="scope">The service.</param>
    /// <param name="method">Its method.</param>
    /// <param name="named">The version that the alias names; null where there is no such alias.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public static async Task<string> ExplainAsync(
        ServingScope scope,
        PredictMethod method,
        ModelVersion? named,
        CancellationToken cancellationToken
    )
    {
        var (model, alias, command) = (method.Model, method.Alias, scope.CommandName);
        if (named is { IsRejected: true })
        {
            return $"version {named.Entry.Version} of '{model}', which '{alias}' names, was rejected: let the alias name another with "
                + $"'{command} model alias {model} {alias} <version>'";
        }

        var newest =
            named
            ?? (await scope.Store.Registry.GetVersionsAsync(model, cancellationToken).ConfigureAwait(false))
                .Where(static version => !version.IsRejected)
                .MaxBy(static version => version.Entry.Version);
        if (newest is null)
        {
            return $"nothing is published as '{model}': run the pipeline that publishes it, such as '{command} run {model}'";
        }

        var version = newest.Entry.Version;
        return newest.MissingApprovals > 0
            ? $"version {version} of '{model}' lacks "
                + $"{(newest.MissingApprovals == 1 ? "an approval" : $"{newest.MissingApprovals} approvals")}: approve it with '{command} "
                + $"model approve {model} {version}'"
            : $"no version of '{model}' is its {alias}: name one with '{command} model alias {model} {alias} {version}'";
    }
}
