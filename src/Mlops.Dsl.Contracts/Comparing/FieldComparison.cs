namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Compares a parameter or a column with what it was.</summary>
/// <param name="isRead">Whether others supply its values: they must still be accepted.</param>
/// <param name="isWritten">Whether others get its values: they must still be what they expect.</param>
/// <param name="isParameter">Whether it is a parameter, which may have a default; columns have none.</param>
internal sealed class FieldComparison(bool isRead, bool isWritten, bool isParameter)
{
    /// <summary>What changed.</summary>
    /// <param name="before">What was promised.</param>
    /// <param name="after">What is declared.</param>
    /// <param name="subject">Its kind and name: <c>parameter 'Seed'</c>.</param>
    public IEnumerable<ContractChange> Compare(ContractField before, ContractField after, string subject)
    {
        var changes = new List<ContractChange>();
        if (TypeRelation.Of(before.Type, after.Type) is var type and not Relation.Same)
        {
            changes.Add(Change(type, $"{subject} became {after.Type} instead of {before.Type}"));
        }

        if (before.IsRequired != after.IsRequired || before.TakesNull != after.TakesNull)
        {
            changes.Add(Presence(before, after, subject));
        }

        if (before.IsSecret != after.IsSecret)
        {
            changes.Add(
                Change(
                    Relation.Other,
                    after.IsSecret
                        ? $"{subject} became a secret, which has no value on the command line"
                        : $"{subject} is no longer a secret"
                )
            );
        }

        if (before.Role != after.Role)
        {
            // Who supplies rows supplies the same columns; who gets a model or a dataset is told something else.
            changes.Add(
                new ContractChange(isWritten, $"{subject} changed its role from {before.Role ?? "none"} to {after.Role ?? "none"}")
            );
        }

        changes.AddRange(
            ConstraintComparison.Compare(before, after).Select(change => Change(change.Relation, change.Clause.Replace("{0}", subject)))
        );
        return changes;
    }

    /// <summary>A parameter is required where it has no default; a column where null is no value of it.</summary>
    private ContractChange Presence(ContractField before, ContractField after, string subject) =>
        before.IsRequired != after.IsRequired
            ? after.IsRequired
                ? Change(Relation.Narrower, $"{subject} became required")
                : Change(Relation.Wider, $"{subject} became optional")
            : isParameter
                ? after.TakesNull
                    ? Change(Relation.Wider, $"{subject} takes null now")
                    : Change(Relation.Narrower, $"{subject} no longer takes null")
                : after.TakesNull
                    ? Change(Relation.Wider, $"{subject} became optional")
                    : Change(Relation.Narrower, $"{subject} became required");

    private ContractChange Change(Relation relation, string words) =>
        new((isRead && relation.HasFlag(Relation.Narrower)) || (isWritten && relation.HasFlag(Relation.Wider)), words);
}
