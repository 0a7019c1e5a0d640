namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact</c>: what stages returned.</summary>
internal static class ArtifactVerb
{
    private static readonly Verb[] Verbs =
    [
        new("list", "List the outputs of a run, or what is published", ArtifactListVerb.Build),
        new("show", "Print an artifact", ArtifactShowVerb.Build),
        new("export", "Write an artifact to a file or folder", ArtifactExportVerb.Build),
        new("lineage", "Tell which run, stage, code, parameters and inputs made an artifact", ArtifactLineageVerb.Build),
    ];

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples =
        [
            new("list", "what the latest run's stages returned"),
            new("show Report", "print the output of the stage 'Report'"),
            new("export api-area@2 model.bin", "write the second version of a published entry"),
            new("lineage Fit", "where the output of 'Fit' comes from"),
        ];
        foreach (var verb in Verbs)
        {
            var child = new VerbCommand(verb.Name, verb.Summary);
            if (scope.Mentions(verb.Name))
            {
                verb.Build(child, scope);
            }

            command.Add(child);
        }
    }
}
