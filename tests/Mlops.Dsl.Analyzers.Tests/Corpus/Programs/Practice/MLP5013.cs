//# fault: a list of selectors has the age in it
//## share Borrowers.cs
private static readonly Func<Applicant, double>[] Selectors = [row => row.Income, row => row.Debt, row => row.Age];

[Stage]
public Stump Fit(TrainSet<Applicant> train) => Stump.Fit(train, {|MLP5013:Selectors|});

[Stage]
public double Errors(Stump fit, TestSet<Applicant> test) => test.Average(row => (Selectors[fit.Feature](row) < fit.Threshold) != row.Repaid ? 1.0 : 0.0);

//## Stump.cs
public sealed record Stump(int Feature, double Threshold)
{
    public static Stump Fit(IReadOnlyList<Applicant> rows, IReadOnlyList<Func<Applicant, double>> features)
    {
        var best = (Error: int.MaxValue, Stump: new Stump(0, 0));
        for (var f = 0; f < features.Count; f++)
        {
            foreach (var threshold in rows.Select(features[f]).Distinct().Order())
            {
                var error = rows.Count(row => (features[f](row) < threshold) != row.Repaid);
                best = error < best.Error ? (error, new Stump(f, threshold)) : best;
            }
        }

        return best.Stump;
    }
}

//# fault: a trainer is made with named columns, the gender among them
//## share Borrowers.cs
[Stage]
public Weights Fit(TrainSet<Applicant> train)
{
    var columns = new List<(string Name, Func<Applicant, double> Value)> { ("income", row => row.Income), ("female", row => row.Gender == "f" ? 1 : 0) };
    return Trainer.Fit(train, {|MLP5013:columns|});
}

[Stage]
public int Size(Weights fit, TestSet<Applicant> test) => fit.Values.Count + test.Count;

//## Trainer.cs
public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(IReadOnlyList<Applicant> rows, List<(string Name, Func<Applicant, double> Value)> columns) =>
        new([.. columns.Select(column => rows.Average(row => column.Value(row) * (row.Repaid ? 1 : -1)))]);
}

//# clean: the selectors are of features, and the age tells the groups of a fair training
//## share Borrowers.cs
private static readonly Func<Applicant, double>[] Selectors = [row => row.Income, row => row.Debt];

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit(train, Selectors, groupOf: row => row.Gender);

[Stage]
public int Size(Weights fit, TestSet<Applicant> test) => fit.Values.Count + test.Count;

//## Trainer.cs
public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(IReadOnlyList<Applicant> rows, Func<Applicant, double>[] columns, Func<Applicant, string> groupOf)
    {
        var sizes = rows.GroupBy(groupOf).ToDictionary(group => group.Key, group => group.Count());
        return new([.. columns.Select(column => rows.Average(row => column(row) / sizes[groupOf(row)]))]);
    }
}

//# fault: a threshold for each group is learned, and decides
//## share Borrowers.cs
[Stage]
public GroupThresholds Fit(TrainSet<Applicant> train)
{
    var cuts = new Dictionary<string, double>();
    foreach (var group in train.GroupBy(row => row.Gender))
    {
        cuts[group.Key] = group.Average(row => row.Income);
    }

    return {|MLP5013:new GroupThresholds(cuts)|};
}

[Stage]
public double Hits(GroupThresholds fit, TestSet<Applicant> test) => test.Average(row => fit.Lend(row) == row.Repaid ? 1.0 : 0.0);

//## GroupThresholds.cs
public sealed record GroupThresholds(Dictionary<string, double> Cut)
{
    public bool Lend(Applicant row) => row.Income >= Cut.GetValueOrDefault(row.Gender, 50);
}

//# fault: a cutoff for each group, as a list of records
//## share Borrowers.cs
[Stage]
public IReadOnlyList<GroupCut> Cutoffs(TrainSet<Applicant> train) =>
    {|MLP5013:[.. train.GroupBy(row => row.Gender).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new GroupCut(group.Key, group.Average(row => row.Income)))]|};

[Stage]
public double Lent(IReadOnlyList<GroupCut> cutoffs, TestSet<Applicant> test) => test.Average(row => row.Income > cutoffs.First(cut => cut.Group == row.Gender).Income ? 1.0 : 0.0);

//## GroupCut.cs
public sealed record GroupCut(string Group, double Income);

//# fault: a helper that trains makes a table of priors by gender
//## share Borrowers.cs
[Stage]
public PriorModel Fit(TrainSet<Applicant> train) => {|MLP5013:PriorModel.Train(train)|};

[Stage]
public double Hits(PriorModel fit, TestSet<Applicant> test) => test.Average(row => (fit.Prior[row.Gender] > 0.5) == row.Repaid ? 1.0 : 0.0);

//## PriorModel.cs
public sealed record PriorModel(IReadOnlyDictionary<string, double> Prior)
{
    public static PriorModel Train(IReadOnlyList<Applicant> rows) => new(rows.GroupBy(row => row.Gender).ToDictionary(group => group.Key, group => group.Average(row => row.Repaid ? 1.0 : 0.0)));
}

//# clean: error rates by group are measured on held-out rows
//## share Borrowers.cs
[Stage]
public Threshold Fit(TrainSet<Applicant> train) => new(train.Average(row => row.Income));

[Stage]
public Dictionary<string, double> ErrorsByGroup(Threshold fit, TestSet<Applicant> test) =>
    test.GroupBy(row => row.Gender).ToDictionary(group => group.Key, group => group.Average(row => (row.Income >= fit.Income) == row.Repaid ? 0.0 : 1.0));

//## Threshold.cs
public sealed record Threshold(double Income);

//# clean: base rates of the training rows by group, for a report
//## share Borrowers.cs
[Stage]
public Dictionary<string, double> BaseRates(TrainSet<Applicant> train) =>
    train.GroupBy(row => row.Gender).ToDictionary(group => group.Key, group => group.Average(row => row.Repaid ? 1.0 : 0.0));

[Stage]
public double Gap(Dictionary<string, double> baseRates, TestSet<Applicant> test) => (baseRates.Values.Max() - baseRates.Values.Min()) * Math.Sign(test.Count);

//# clean: a threshold for each band of income
//## share Borrowers.cs
[Stage]
public Cuts Fit(TrainSet<Applicant> train) => new(train.GroupBy(row => (int)(row.Income / 1000)).ToDictionary(group => group.Key, group => group.Average(row => row.Debt)));

[Stage]
public double Lent(Cuts fit, TestSet<Applicant> test) => test.Average(row => fit.Debt.GetValueOrDefault((int)(row.Income / 1000)) > row.Debt ? 1.0 : 0.0);

//## Cuts.cs
public sealed record Cuts(Dictionary<int, double> Debt);
