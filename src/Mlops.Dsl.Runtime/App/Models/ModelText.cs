using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Models;

/// <summary>What can be done with a version, in words.</summary>
internal static class ModelText
{
    /// <summary>The alias that services use by convention.</summary>
    public const string Champion = "champion";

    /// <summary>How far a version is, for a table.</summary>
    public static TextTable.Cell StateOf(ModelVersion version) =>
        version.Reviews.FirstOrDefault(static review => !review.IsApproval) is { } rejection
            ? new($"rejected by {rejection.Reviewer}", TextStyle.Bad)
        : version.MissingApprovals > 0
            ? new($"{Number.Of(version.MissingApprovals)} of {Number.Of(version.RequiredApprovals, "approval")} missing", TextStyle.Warning)
        : version.RequiredApprovals > 0 ? new("approved", TextStyle.Good)
        : new("no approval needed");

    /// <summary>What to do next for a version to become the champion, or what keeps it from that; null where it is.</summary>
    public static string? NextStep(ModelVersion version, string commandName)
    {
        var (name, number) = (version.Entry.Name, Number.Plain(version.Entry.Version));
        if (version.Reviews.FirstOrDefault(static review => !review.IsApproval) is { } rejection)
        {
            return $"No alias but 'candidate' may name it, since {rejection.Reviewer} rejected it.";
        }

        if (version.MissingApprovals > 0)
        {
            var people = version.MissingApprovals == 1 ? "another person" : "other people";
            return $"{Number.Of(version.MissingApprovals, "more approval")} by {people} needed: {commandName} model approve {name} "
                + $"{number}";
        }

        return version.Aliases.Contains(Champion, StringComparer.Ordinal)
            ? null
            : $"Make it the champion: {commandName} model alias {name} {Champion} {number}";
    }

    /// <summary>What a published version needs, to stand in parentheses.</summary>
    public static string NeedOf(PublishedEntry entry, string commandName)
    {
        var command = $"{commandName} model approve {entry.Name} {Number.Plain(entry.Version)}";
        return entry.MissingApprovals == 0
            ? ModelVersion.Candidate
            : $"{ModelVersion.Candidate}; {Number.Of(entry.MissingApprovals, "approval")} needed: {command}";
    }
}
