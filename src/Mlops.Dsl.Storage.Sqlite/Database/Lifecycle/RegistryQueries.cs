using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Reads what people decided about published entries.</summary>
internal static class RegistryQueries
{
    /// <summary>
    /// The versions of an entry, newest first; of all entries where the name is null; only one version where that is given.
    /// </summary>
    public static List<ModelVersion> Read(Connection connection, string? name, int? version = null)
    {
        var query = connection
            .Prepare(
                """
                SELECT p.name, p.version, p.artifact, p.length, p.flags, p.type, p.schema, r.id, p.execution, p.time, p.approvals
                FROM published p JOIN runs r ON r.number = p.run
                WHERE (?1 IS NULL OR p.name = ?1) AND (?2 IS NULL OR p.version = ?2) ORDER BY p.name, p.version DESC
                """
            )
            .Bind(name)
            .Bind(version);
        var found = new List<(PublishedEntry Entry, int Approvals)>();
        while (query.Step())
        {
            found.Add((RunQueries.ReadEntry(query), query.GetInt32(10)));
        }

        query.Reset();
        if (found.Count == 0)
        {
            return [];
        }

        var aliases = ReadAliases(connection, name).ToLookup(static alias => (alias.Name, alias.Version), static alias => alias.Alias);
        var reviews = ReadReviews(connection, name, version).ToLookup(static review => (review.Name, review.Version));
        return
        [
            .. found.Select(one => new ModelVersion(
                one.Entry,
                one.Approvals,
                [.. reviews[(one.Entry.Name, one.Entry.Version)]],
                [.. aliases[(one.Entry.Name, one.Entry.Version)]]
            )),
        ];
    }

    /// <summary>A version that is there.</summary>
    /// <exception cref="RegistryException">It is not.</exception>
    public static ModelVersion Get(Connection connection, string name, int version)
    {
        if (Read(connection, name, version) is [var found])
        {
            return found;
        }

        var versions = Read(connection, name);
        throw versions.Count > 0
            ? RegistryErrors.UnknownVersion(name, version, [.. versions.Select(static other => other.Entry.Version)])
            : UnknownName(connection, name);
    }

    /// <summary>The version that an alias names; null where there is no such alias.</summary>
    public static int? FindAlias(Connection connection, string name, string alias)
    {
        var query = connection.Prepare("SELECT version FROM aliases WHERE name = ? AND alias = ?").Bind(name).Bind(alias);
        int? version = query.Step() ? query.GetInt32(0) : null;
        query.Reset();
        return version;
    }

    /// <summary>The refusal of a name that nothing was published under.</summary>
    public static RegistryException UnknownName(Connection connection, string name)
    {
        var query = connection.Prepare("SELECT DISTINCT name FROM published ORDER BY name");
        var names = new List<string>();
        while (query.Step())
        {
            names.Add(query.GetString(0));
        }

        query.Reset();
        return RegistryErrors.UnknownName(name, names);
    }

    /// <summary>The aliases of an entry, or of all, in ordinal order.</summary>
    public static List<(string Name, string Alias, int Version)> ReadAliases(Connection connection, string? name)
    {
        var query = connection
            .Prepare("SELECT name, alias, version FROM aliases WHERE ?1 IS NULL OR name = ?1 ORDER BY name, alias")
            .Bind(name);
        var aliases = new List<(string, string, int)>();
        while (query.Step())
        {
            aliases.Add((query.GetString(0), query.GetString(1), query.GetInt32(2)));
        }

        query.Reset();
        return aliases;
    }

    /// <summary>Who reviewed a version, as the names were given.</summary>
    public static List<string> ReadReviewers(Connection connection, string name, int version)
    {
        var query = connection.Prepare("SELECT reviewer FROM reviews WHERE name = ? AND version = ?").Bind(name).Bind(version);
        var reviewers = new List<string>();
        while (query.Step())
        {
            reviewers.Add(query.GetString(0));
        }

        query.Reset();
        return reviewers;
    }

    /// <summary>
    /// The latest review of each person of each version, oldest first. A store of before may hold several spellings of one name.
    /// </summary>
    private static List<Review> ReadReviews(Connection connection, string? name, int? version)
    {
        var query = connection
            .Prepare(
                """
                SELECT name, version, reviewer, approved, comment, time FROM reviews
                WHERE (?1 IS NULL OR name = ?1) AND (?2 IS NULL OR version = ?2) ORDER BY time, reviewer
                """
            )
            .Bind(name)
            .Bind(version);
        var reviews = new List<Review>();
        while (query.Step())
        {
            reviews.Add(
                new Review(
                    query.GetString(0),
                    query.GetInt32(1),
                    query.GetString(2),
                    query.GetInt32(3) != 0,
                    query.GetNullableString(4),
                    Timestamps.ToTime(query.GetInt64(5))
                )
            );
        }

        query.Reset();
        var latest = reviews
            .GroupBy(static review => (review.Name, review.Version))
            .SelectMany(static version =>
                version.GroupBy(static review => review.Reviewer, PersonName.Comparer).Select(static person => person.Last())
            );
        return [.. latest.OrderBy(static review => review.Time).ThenBy(static review => review.Reviewer, StringComparer.Ordinal)];
    }
}
