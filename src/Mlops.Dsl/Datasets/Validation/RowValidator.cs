namespace Mlops.Dsl;

/// <summary>Sorts rows into valid ones and rejects, and counts.</summary>
internal sealed class RowValidator<T>(RowSchema<T> schema)
    where T : notnull
{
    private readonly Dictionary<(string Column, string Constraint), BrokenConstraint> _broken = [];
    private readonly List<RejectedRow<T>> _rejects = [];
    private int _rejected;

    /// <summary>Validates rows.</summary>
    public Validated<T> Validate(RowStorage<T> rows)
    {
        var valid = new List<T>(rows.Count);
        var problems = new List<RowProblem>();
        var index = 0;
        foreach (var row in rows)
        {
            if (IsValid(row, problems))
            {
                valid.Add(row);
            }
            else
            {
                Reject(index, row, problems);
                problems.Clear();
            }

            index++;
        }

        var broken = _broken
            .Values.OrderByDescending(static constraint => constraint.RowCount)
            .ThenBy(static constraint => constraint.Column, StringComparer.Ordinal)
            .ThenBy(static constraint => constraint.Constraint, StringComparer.Ordinal);
        return new Validated<T>([.. valid], new ValidationReport<T>(rows.Count, _rejected, _rejects, [.. broken]));
    }

    private bool IsValid(T row, List<RowProblem> problems)
    {
        if (row is not null)
        {
            return schema.Validate(row, problems);
        }

        problems.Add(new RowProblem("(row)", "there", "must be there, but is null"));
        return false;
    }

    private void Reject(int index, T row, List<RowProblem> problems)
    {
        _rejected++;
        if (_rejects.Count < ValidationReport<T>.MaximumRejects)
        {
            _rejects.Add(new RejectedRow<T>(index, row, [.. problems]));
        }

        foreach (var problem in problems)
        {
            var key = (problem.Column, problem.Constraint);
            _broken[key] = _broken.TryGetValue(key, out var known)
                ? known with
                {
                    RowCount = known.RowCount + 1,
                }
                : new BrokenConstraint(problem.Column, problem.Constraint, 1, index, problem.Message);
        }
    }
}
