using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Changes the registry, each change with its audit record, in the caller's transaction. Belongs to the writer's thread.</summary>
internal static class RegistryWriter
{
    /// <summary>Writes a review in the place of an earlier one by the same person.</summary>
    public static ModelVersion Review(Connection connection, Review review, DateTimeOffset now)
    {
        var reviewer = PersonName.Read(review.Reviewer, "A review");
        RegistryQueries.Get(connection, review.Name, review.Version);
        var reviewers = RegistryQueries.ReadReviewers(connection, review.Name, review.Version);
        foreach (var spelling in reviewers.Where(earlier => PersonName.Comparer.Equals(earlier, reviewer)))
        {
            connection
                .Prepare("DELETE FROM reviews WHERE name = ? AND version = ? AND reviewer = ?")
                .Bind(review.Name)
                .Bind(review.Version)
                .Bind(spelling)
                .Run();
        }

        connection
            .Prepare("INSERT INTO reviews (name, version, reviewer, approved, comment, time) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(review.Name)
            .Bind(review.Version)
            .Bind(reviewer)
            .Bind(review.IsApproval ? 1 : 0)
            .Bind(review.Comment)
            .Bind(review.Time.ToMicroseconds())
            .Run();
        var action = review.IsApproval ? AuditEntry.Approved : AuditEntry.Rejected;
        AuditLog.Append(connection, new AuditEntry(now, reviewer, action, review.Name, review.Version, review.Comment));
        return RegistryQueries.Get(connection, review.Name, review.Version);
    }

    /// <summary>Moves aliases.</summary>
    public static void Move(Connection connection, IReadOnlyList<AliasMove> moves, string actor, DateTimeOffset now)
    {
        var person = PersonName.Read(actor, "Moving an alias");
        var seen = new HashSet<(string, string)>();
        foreach (var move in moves)
        {
            if (!IsAlias(move.Alias))
            {
                throw RegistryErrors.BadAlias(move.Alias);
            }

            if (!seen.Add((move.Name, move.Alias)))
            {
                throw RegistryErrors.Twice(move.Name, move.Alias);
            }

            if (move.Version is { } version)
            {
                Check(RegistryQueries.Get(connection, move.Name, version), move.Alias);
                SetAlias(connection, move.Name, move.Alias, version, person, now);
            }
            else
            {
                Remove(connection, move, person, now);
            }
        }
    }

    /// <summary>Makes a version the candidate that a run has published, or found unchanged.</summary>
    public static void Nominate(Connection connection, string name, int version, string actor, DateTimeOffset now) =>
        SetAlias(connection, name, ModelVersion.Candidate, version, actor, now);

    /// <summary>Makes the version the candidate that a run has published just now; the record says so.</summary>
    public static void Publish(Connection connection, PublishedEntry entry, int approvals)
    {
        WriteAlias(connection, entry.Name, ModelVersion.Candidate, entry.Version);
        AuditLog.Append(
            connection,
            AuditEntry.OfPublication(entry.Name, entry.Version, entry.RunId, entry.Published, entry.Artifact.Hash, approvals)
        );
    }

    private static void Check(ModelVersion version, string alias)
    {
        if (alias == ModelVersion.Candidate)
        {
            return;
        }

        if (version.IsRejected)
        {
            throw RegistryErrors.Rejected(version, alias);
        }

        if (version.MissingApprovals > 0)
        {
            throw RegistryErrors.Unapproved(version, alias);
        }
    }

    private static void SetAlias(Connection connection, string name, string alias, int version, string actor, DateTimeOffset now)
    {
        var before = RegistryQueries.FindAlias(connection, name, alias);
        if (before != version)
        {
            WriteAlias(connection, name, alias, version);
            var detail = before is { } old ? $"{alias}, from version {Text(old)}" : alias;
            AuditLog.Append(connection, new AuditEntry(now, actor, AuditEntry.AliasMoved, name, version, detail));
        }
    }

    private static void WriteAlias(Connection connection, string name, string alias, int version) =>
        connection
            .Prepare("INSERT OR REPLACE INTO aliases (name, alias, version) VALUES (?, ?, ?)")
            .Bind(name)
            .Bind(alias)
            .Bind(version)
            .Run();

    private static void Remove(Connection connection, AliasMove move, string actor, DateTimeOffset now)
    {
        if (RegistryQueries.FindAlias(connection, move.Name, move.Alias) is not { } version)
        {
            var aliases = RegistryQueries.ReadAliases(connection, move.Name).ConvertAll(static other => other.Alias);
            throw RegistryQueries.Read(connection, move.Name).Count == 0
                ? RegistryQueries.UnknownName(connection, move.Name)
                : RegistryErrors.UnknownAlias(move.Name, move.Alias, aliases);
        }

        connection.Prepare("DELETE FROM aliases WHERE name = ? AND alias = ?").Bind(move.Name).Bind(move.Alias).Run();
        AuditLog.Append(connection, new AuditEntry(now, actor, AuditEntry.AliasRemoved, move.Name, version, move.Alias));
    }

    private static bool IsAlias(string alias) =>
        alias.Length > 0
        && char.IsAsciiLetterLower(alias[0])
        && alias.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
