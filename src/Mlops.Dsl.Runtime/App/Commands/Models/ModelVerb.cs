namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model</c>: what people decide about published entries.</summary>
internal static class ModelVerb
{
    private static readonly Verb[] Verbs =
    [
        new("list", "List published versions with their aliases and reviews", ModelListVerb.Build),
        new("show", "Show a version: reviews, aliases, where it comes from", ModelShowVerb.Build),
        new("approve", "Approve a version", static (command, scope) => ModelReviewVerb.Build(command, scope, isApproval: true)),
        new("reject", "Reject a version", static (command, scope) => ModelReviewVerb.Build(command, scope, isApproval: false)),
        new("alias", "Let an alias name a version, or remove it", ModelAliasVerb.Build),
        new("audit", "List who did what, and check that nobody changed the list", ModelAuditVerb.Build),
    ];

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Every new version is the 'candidate'. Any other alias, such as 'champion', "
            + "may name only what nobody rejected and what as many people approved as its pipeline asks for.";
        command.Examples =
        [
            new("list", "what is published"),
            new("approve income 3 --comment \"checked by age group\"", "approve a version"),
            new("alias income champion 3", "let services use it"),
            new("audit income", "who did what"),
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
