namespace Mlops.Dsl.Engine;

/// <summary>Says of stages that their fingerprints don't see everything, wherever such a stage is reused.</summary>
internal static class FingerprintHoles
{
    private const int MostNamed = 3;

    /// <summary>Tells a run's stages what their fingerprints can't see. A stage that runs in every run misses nothing by it.</summary>
    public static void Mark(IReadOnlyList<StageRun> stages, StageFingerprints fingerprints)
    {
        foreach (var stage in stages)
        {
            if (!StageKeys.IsRunEveryTime(stage.Definition) && fingerprints.Find(stage.Definition.Name) is { Warnings.Count: > 0 } code)
            {
                stage.FingerprintWarnings = code.Warnings;
            }
        }
    }

    /// <summary>Why a stage counts as reused, and, in a few words, where that may be wrong.</summary>
    public static string Reason(string reason, StageRun stage) =>
        stage.FingerprintWarnings.Count == 0 ? reason : $"{reason}, though its fingerprint does not see all of its code";

    /// <summary>One sentence about all marked stages; null where there are none.</summary>
    public static string? Describe(IReadOnlyList<StageRun> stages)
    {
        string[] names =
        [
            .. stages.Where(static stage => stage.FingerprintWarnings.Count > 0).Select(static stage => stage.Definition.Name),
        ];
        return names switch
        {
            [] => null,
            [var name] =>
                $"The fingerprint of stage {name} does not see all of its code: a change there is not noticed. 'explain {name}' tells "
                    + $"what it is.",
            _ => $"The fingerprints of {names.Length} stages "
                + $"({string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? ", …" : "")}) do not see "
                + $"all of their code: a change there is not noticed. 'explain {names[0]}' tells what it is.",
        };
    }
}
