using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Writes published entries. Belongs to the writer's thread.</summary>
internal static class PublicationWriter
{
    /// <summary>Publishes an artifact as the next version of its name, unless the newest version is the same artifact.</summary>
    public static PublishedEntry Publish(Connection connection, RunContext run, Publication publication, long execution, DateTimeOffset now)
    {
        var newest = RunQueries.ReadPublished(connection, publication.Name, limit: 1) is [var found] ? found : null;
        if (newest is not null && newest.Artifact.Hash == publication.Artifact.Hash && newest.Schema == publication.Schema)
        {
            // Someone may have let the candidate be another version since.
            RegistryWriter.Nominate(connection, newest.Name, newest.Version, AuditEntry.ActorOf(run.Id), now);
            return newest with
            {
                IsUnchanged = true,
                MissingApprovals = RegistryQueries.Get(connection, newest.Name, newest.Version).MissingApprovals,
            };
        }

        var version = (newest?.Version ?? 0) + 1;
        connection
            .Prepare(
                "INSERT INTO published (name, version, artifact, length, flags, type, schema, run, execution, time, approvals) VALUES (?, "
                    + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            )
            .Bind(publication.Name)
            .Bind(version)
            .Bind(publication.Artifact.Hash)
            .Bind(publication.Artifact.Length)
            .Bind((long)ExecutionWriter.FlagsOf(publication.Artifact))
            .Bind(publication.TypeName)
            .Bind(publication.Schema)
            .Bind(run.Number)
            .Bind(execution)
            .Bind(now.ToMicroseconds())
            .Bind(publication.RequiredApprovals)
            .Run();
        var entry = new PublishedEntry(
            publication.Name,
            version,
            publication.Artifact,
            publication.TypeName,
            publication.Schema,
            run.Id,
            execution,
            Timestamps.ToTime(now.ToMicroseconds()),
            IsUnchanged: false
        )
        {
            MissingApprovals = publication.RequiredApprovals,
        };
        RegistryWriter.Publish(connection, entry, publication.RequiredApprovals);
        return entry;
    }
}
