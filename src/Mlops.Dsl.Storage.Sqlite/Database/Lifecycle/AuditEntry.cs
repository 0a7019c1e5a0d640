using System.Globalization;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Something that was done to the registry, before it is recorded.</summary>
internal sealed record AuditEntry(DateTimeOffset Time, string Actor, string Action, string Name, int? Version, string? Detail)
{
    public const string Published = "published";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string AliasMoved = "alias-moved";
    public const string AliasRemoved = "alias-removed";

    /// <summary>A run published a version, which became the candidate.</summary>
    public static AuditEntry OfPublication(string name, int version, string runId, DateTimeOffset time, ContentHash artifact, int approvals)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"artifact {artifact}; approvals required: {approvals}");
        return new AuditEntry(time, ActorOf(runId), Published, name, version, detail);
    }

    /// <summary>How a run is called as the one who did something.</summary>
    public static string ActorOf(string runId) => $"run {runId}";
}
