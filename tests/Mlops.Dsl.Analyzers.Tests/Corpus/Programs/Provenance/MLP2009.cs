//# fault: a generic class deals rows out, stratified
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:new Splitter<Ring>(0.8, 3).Apply(rings, ring => ring.Complaint)|};

//## Splitter.cs
public sealed class Splitter<T>(double share, int seed)
{
    public (TrainSet<T> Train, TestSet<T> Test) Apply<TKey>(Validated<T> rows, Func<T, TKey> by) => rows.Split(share, seed, by);
}

//# fault: three levels of generic code
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:rings.Halves()|};

//## Halves.cs
public static class HalvesExtensions
{
    public static (TrainSet<T> Train, TestSet<T> Test) Halves<T>(this Validated<T> rows) => Share(rows, 0.5);

    private static (TrainSet<T> Train, TestSet<T> Test) Share<T>(Validated<T> rows, double share) => new Dealer<T>().Deal(rows, share);
}

public sealed class Dealer<TRow>
{
    public (TrainSet<TRow> Train, TestSet<TRow> Test) Deal(Validated<TRow> rows, double share)
    {
        var parts = rows.Split(share, 42);
        return parts;
    }
}

//# fault: a generic interface
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings)
{
    ISplitter<Ring> splitter = new RandomSplitter<Ring>();
    return {|MLP2009:splitter.Apply(rings)|};
}

//## Splitter.cs
public interface ISplitter<T>
{
    (TrainSet<T> Train, TestSet<T> Test) Apply(Validated<T> rows);
}

public sealed class RandomSplitter<TRow> : ISplitter<TRow>
{
    public (TrainSet<TRow> Train, TestSet<TRow> Test) Apply(Validated<TRow> rows) => rows.Split(0.8, 1);
}

//# fault: a generic base class
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:new RingSplitter().Run(rings)|};

//## Splitter.cs
public abstract class Splitter<T>
{
    protected virtual double Share => 0.8;

    public (TrainSet<T> Train, TestSet<T> Test) Run(Validated<T> rows) => rows.Split(Share, 5);
}

public sealed class RingSplitter : Splitter<Ring>;

//# clean: a generic class keeps groups together
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => new Splitter<Ring>(0.8, 3).Apply(rings, ring => ring.Caller);

//## Splitter.cs
public sealed class Splitter<T>(double share, int seed)
{
    public (TrainSet<T> Train, TestSet<T> Test) Apply<TKey>(Validated<T> rows, Func<T, TKey> by)
        where TKey : notnull => rows.SplitByGroup(share, seed, by);

    public (TrainSet<T> Train, TestSet<T> Test) Random(Validated<T> rows) => rows.Split(share, seed);
}

//# fault: kept together by what each row has for itself
[Source("beats.csv")]
public partial FileArtifact BeatFile();

[Stage]
public Validated<Beat> Beats(FileArtifact beatFile) => new Raw<Beat>(beatFile.ReadLines().Select(line => new Beat(line, line[..3], line.Length > 9))).Validate();

[Stage]
public (TrainSet<Beat> Train, TestSet<Beat> Test) Sides(Validated<Beat> beats) => beats.SplitByGroup(0.8, seed: 3, groupBy: {|MLP2009:beat => beat.BeatId|});

[Stage]
public int Rest(TrainSet<Beat> train, TestSet<Beat> test) => train.Count - test.Count;

//## Beat.cs
[Row]
public sealed partial record Beat([property: RowKey] string BeatId, [property: Group] string Patient, [property: Label] bool Ill);

//# clean: kept together by the group, or by what holds whole groups
[Source("beats.csv")]
public partial FileArtifact BeatFile();

[Stage]
public Validated<Beat> Beats(FileArtifact beatFile) => new Raw<Beat>(beatFile.ReadLines().Select(line => new Beat(line, line[..3], line[..1], line.Length > 9))).Validate();

[Stage]
public (TrainSet<Beat> Train, TestSet<Beat> Test) Sides(Validated<Beat> beats) => beats.SplitByGroup(0.8, seed: 3, groupBy: beat => beat.Patient);

[Stage]
public (TrainSet<Beat> Seen, TestSet<Beat> Unseen) Clinics(Validated<Beat> beats) => beats.SplitByGroup(0.8, seed: 3, groupBy: beat => beat.Clinic);

[Stage]
public int Rest(TrainSet<Beat> train, TestSet<Beat> test, TrainSet<Beat> seen, TestSet<Beat> unseen) => train.Count + test.Count + seen.Count + unseen.Count;

//## Beat.cs
[Row]
public sealed partial record Beat([property: RowKey] string BeatId, [property: Group] string Patient, string Clinic, [property: Label] bool Ill);

//# fault: a view of rows of a group is dealt out without a key
//## share Views.cs
[Source("beats.csv")]
public partial FileArtifact BeatFile();

[Stage]
public Validated<Beat> Beats(FileArtifact beatFile) => new Raw<Beat>(beatFile.ReadLines().Select(line => new Beat(line[..3], line.Length, line.Length > 9))).Validate();

[Stage]
public double Learn(Validated<Beat> beats)
{
    var deals = new Deals();
    var halves = {|MLP2009:deals.TrainTestSplit(deals.Load(beats, beat => beat.Length, beat => beat.Ill ? 1 : 0), testFraction: 0.2)|};
    return deals.Slope().Fit(halves.TrainSet).Error(halves.TestSet);
}

[Gate]
public GateResult Accurate(double learn) => GateResult.AtMost(learn, 0.2);

[Publish("error"), When(nameof(Accurate))]
public double Release(double learn) => learn;

//## Beat.cs
[Row]
public sealed partial record Beat([property: Group] string Patient, [property: Feature] double Length, [property: Label] bool Ill);

//# clean: the view says what belongs together
//## share Views.cs
[Source("beats.csv")]
public partial FileArtifact BeatFile();

[Stage]
public Validated<Beat> Beats(FileArtifact beatFile) => new Raw<Beat>(beatFile.ReadLines().Select(line => new Beat(line[..3], line.Length, line.Length > 9))).Validate();

[Stage]
public double Learn(Validated<Beat> beats)
{
    var deals = new Deals();
    var view = deals.Load(beats, beat => beat.Length, beat => beat.Ill ? 1 : 0);
    var halves = deals.TrainTestSplit(view, testFraction: 0.2, samplingKeyColumnName: nameof(Beat.Patient));
    return deals.Slope().Fit(halves.TrainSet).Error(halves.TestSet);
}

[Gate]
public GateResult Accurate(double learn) => GateResult.AtMost(learn, 0.2);

[Publish("error"), When(nameof(Accurate))]
public double Release(double learn) => learn;

//## Beat.cs
[Row]
public sealed partial record Beat([property: Group] string Patient, [property: Feature] double Length, [property: Label] bool Ill);
