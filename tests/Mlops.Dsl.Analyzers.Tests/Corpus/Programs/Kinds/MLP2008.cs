//# fault: the cut is searched on the validation set, and its score there is what the gate reads
[Source("loans.csv")]
public partial FileArtifact File();

[Stage]
public Validated<Loan> Loans([From(nameof(File))] FileArtifact file) => new Raw<Loan>(file.ReadLines().Select(line => new Loan(line.Length, line.EndsWith('1')))).Validate();

[Stage]
public (TrainSet<Loan> Train, ValidationSet<Loan> Validation, TestSet<Loan> Test) Split(Validated<Loan> loans) => loans.Split(0.7, 0.15, seed: 3);

[Stage]
public Scale Fit(TrainSet<Loan> train) => new(train.Where(loan => loan.Bad).Average(loan => loan.Amount));

[Stage]
public (Cut Cut, double Score) Tune(Scale fit, ValidationSet<Loan> validation)
{
    var pairs = validation.Select(loan => (fit.Of(loan), loan.Bad)).ToArray();
    var best = (At: 0.5, F1: 0.0);
    for (var at = 0.05; at < 1; at += 0.05)
    {
        var score = F1.Of(pairs, at);
        if (score > best.F1)
        {
            best = (at, score);
        }
    }

    return (new Cut(fit, best.At), best.F1);
}

[Stage]
public double Share(Cut cut, TestSet<Loan> test) => test.Average(loan => cut.Scale.Of(loan) > cut.At ? 1.0 : 0.0);

[Gate]
public GateResult Good(double {|MLP2008:score|}, double share) => GateResult.All(GateResult.AtLeast(score, 0.6), GateResult.AtMost(share, 0.3));

[Publish("loans"), When(nameof(Good))]
public Cut Release(Cut cut) => cut;

//## Loan.cs
[Row]
public sealed partial record Loan([Range(0.0, 1e6), Feature] double Amount, [Label] bool Bad);

public sealed record Scale(double Mean)
{
    public double Of(Loan loan) => 1 / (1 + Math.Exp(Mean - loan.Amount));
}

public sealed record Cut(Scale Scale, double At);

public static class F1
{
    public static double Of(IEnumerable<(double Score, bool Truth)> pairs, double at)
    {
        var (hits, said, real) = (0, 0, 0);
        foreach (var (score, truth) in pairs)
        {
            said += score > at ? 1 : 0;
            real += truth ? 1 : 0;
            hits += score > at && truth ? 1 : 0;
        }

        return said + real == 0 ? 0 : 2.0 * hits / (said + real);
    }
}

//# clean: the gate reads the score of the validation set beside that of the test set
[Source("loans.csv")]
public partial FileArtifact File();

[Stage]
public Validated<Loan> Loans([From(nameof(File))] FileArtifact file) => new Raw<Loan>(file.ReadLines().Select(line => new Loan(line.Length, line.EndsWith('1')))).Validate();

[Stage]
public (TrainSet<Loan> Train, ValidationSet<Loan> Validation, TestSet<Loan> Test) Split(Validated<Loan> loans) => loans.Split(0.7, 0.15, seed: 3);

[Stage]
public Scale Fit(TrainSet<Loan> train) => new(train.Where(loan => loan.Bad).Average(loan => loan.Amount));

[Stage]
public (Cut Cut, double Score) Tune(Scale fit, ValidationSet<Loan> validation)
{
    var best = (At: 0.5, Share: 0.0);
    for (var at = 0.05; at < 1; at += 0.05)
    {
        var share = validation.Average(loan => fit.Of(loan) > at == loan.Bad ? 1.0 : 0.0);
        if (share > best.Share)
        {
            best = (at, share);
        }
    }

    return (new Cut(fit, best.At), best.Share);
}

[Stage]
public double Accuracy(Cut cut, TestSet<Loan> test) => test.Average(loan => cut.Scale.Of(loan) > cut.At == loan.Bad ? 1.0 : 0.0);

[Gate]
public GateResult Good(double score, double accuracy) => GateResult.All(GateResult.AtLeast(score, 0.6), GateResult.AtLeast(accuracy, 0.6));

[Publish("loans"), When(nameof(Good))]
public Cut Release(Cut cut) => cut;

//## Loan.cs
[Row]
public sealed partial record Loan([Range(0.0, 1e6), Feature] double Amount, [Label] bool Bad);

public sealed record Scale(double Mean)
{
    public double Of(Loan loan) => 1 / (1 + Math.Exp(Mean - loan.Amount));
}

public sealed record Cut(Scale Scale, double At);
