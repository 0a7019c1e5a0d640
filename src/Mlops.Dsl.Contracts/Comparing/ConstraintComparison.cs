using Mlops.Dsl.Contracts.Json;

namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Compares the constraints of a parameter or a column, kind by kind.</summary>
internal static class ConstraintComparison
{
    /// <summary>Which kinds changed and how.</summary>
    /// <param name="before">What was promised.</param>
    /// <param name="after">What is declared.</param>
    /// <returns>How the allowed values changed, and a clause that follows the subject, which is <c>{0}</c>.</returns>
    public static IEnumerable<(Relation Relation, string Clause)> Compare(ContractField before, ContractField after)
    {
        var left = Keyed(before);
        var right = Keyed(after);
        foreach (var key in left.Keys.Union(right.Keys, StringComparer.Ordinal).OrderBy(static key => key, StringComparer.Ordinal))
        {
            left.TryGetValue(key, out var old);
            right.TryGetValue(key, out var now);
            if (old?.Json != now?.Json && Change(old, now, before, after) is { } change)
            {
                yield return change;
            }
        }
    }

    private static (Relation Relation, string Clause)? Change(
        ContractConstraint? old,
        ContractConstraint? now,
        ContractField before,
        ContractField after
    )
    {
        var kind = (old ?? now)!.Kind;
        if (kind == "required")
        {
            // Beyond null, which is told already where it changed, only texts have a value that counts as none.
            return before.TakesNull != after.TakesNull || before.IsRequired != after.IsRequired || after.Type != "string" ? null
                : old is null ? (Relation.Narrower, "{0} may no longer be empty")
                : (Relation.Wider, "{0} may be empty now");
        }

        if (old is null || now is null)
        {
            return (
                old is null ? Relation.Narrower : Relation.Wider,
                $"{Subject((old ?? now)!)} of {{0}} was {(old is null ? "added" : "removed")}"
            );
        }

        var relation = kind switch
        {
            "range" or "length" => Interval(old, now, kind == "length" ? "int" : after.Type),
            "allowed" => Sets(old, now),
            "denied" => Swap(Sets(old, now)),
            _ => Relation.Other,
        };
        return relation == Relation.Same
            ? null
            : (relation, $"{Subject(old)} of {{0}} was {Verb(relation)} from {Shown(old)} to {Shown(now)}");
    }

    private static Relation Interval(ContractConstraint old, ContractConstraint now, string type) =>
        BoundRelation.OfMinimum(
            old["minimum"],
            old["minimumIsExclusive"] == "true",
            now["minimum"],
            now["minimumIsExclusive"] == "true",
            type
        )
        | BoundRelation.OfMaximum(
            old["maximum"],
            old["maximumIsExclusive"] == "true",
            now["maximum"],
            now["maximumIsExclusive"] == "true",
            type
        );

    private static Relation Sets(ContractConstraint old, ContractConstraint now)
    {
        var before = Values(old);
        var after = Values(now);
        return (after.IsSubsetOf(before) ? Relation.Same : Relation.Wider) | (before.IsSubsetOf(after) ? Relation.Same : Relation.Narrower);
    }

    private static HashSet<string> Values(ContractConstraint constraint) =>
        new(JsonParser.Parse(constraint["values"] ?? "[]").Items.Select(static item => $"{item.Kind}:{item.Text}"), StringComparer.Ordinal);

    private static Relation Swap(Relation relation) =>
        relation switch
        {
            Relation.Wider => Relation.Narrower,
            Relation.Narrower => Relation.Wider,
            _ => relation,
        };

    /// <summary>Of the user's own attributes there may be several, and each is known by its name alone.</summary>
    private static Dictionary<string, ContractConstraint> Keyed(ContractField field)
    {
        var keyed = new Dictionary<string, ContractConstraint>(StringComparer.Ordinal);
        foreach (var constraint in field.Constraints)
        {
            keyed[constraint.Kind == "attribute" ? $"attribute {constraint["name"]}" : constraint.Kind] = constraint;
        }

        return keyed;
    }

    private static string Verb(Relation relation) =>
        relation switch
        {
            Relation.Wider => "widened",
            Relation.Narrower => "narrowed",
            _ => "changed",
        };

    private static string Subject(ContractConstraint constraint) =>
        constraint.Kind switch
        {
            "range" => "the range",
            "length" => "the length",
            "pattern" => "the pattern",
            "allowed" => "the list of allowed values",
            "denied" => "the list of denied values",
            "email" => "the check for an e-mail address",
            "url" => "the check for a URL",
            _ => $"the check [{constraint["name"]?.Trim('"') ?? constraint.Kind}]",
        };

    private static string Shown(ContractConstraint constraint) =>
        constraint.Kind switch
        {
            "range" or "length" => $"{(constraint["minimumIsExclusive"] == "true" ? "(" : "[")}{constraint["minimum"] ?? "0"}, "
                + (constraint["maximum"] ?? "∞")
                + (constraint["maximumIsExclusive"] == "true" || constraint["maximum"] is null ? ")" : "]"),
            "pattern" => constraint["pattern"] ?? "none",
            _ => constraint["values"] ?? constraint.Json,
        };
}
