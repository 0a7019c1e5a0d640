//# fault: the row with the label, as it is known by now
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Applicant, IncomeScore> {|MLP8013:Traffic|}();

    [Stage]
    public double MeanAge(Served<Applicant, IncomeScore> traffic) => traffic.Average(row => row.Input.Age);
}

//# fault: the wrapper that the method returns
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial IReadOnlyList<IncomeScore> {|MLP8013:Scores|}();

    [Stage]
    public double Mean(IReadOnlyList<IncomeScore> scores) => scores.Average(score => score.Probability);
}

//# fault: the path of the method
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), "score")]
    public partial Served<Application, IncomeScore> {|MLP8013:Traffic|}();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count;
}

//# fault: the pipeline that trains, in place of the service that answers
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial Served<Application, IncomeScore> {|MLP8013:Traffic|}();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count;
}

//# clean: two methods of one service, in two watches
//## share Applicants.cs
//## Watch.cs
[Service("income")]
public sealed partial class TwoWays
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> ScoreAsync(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> Second(Application application, CancellationToken cancellationToken);
}

[Pipeline("watch-first")]
public sealed partial class WatchFirst
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(TwoWays), nameof(TwoWays.ScoreAsync))]
    public partial Served<Application, IncomeScore> Traffic();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count;
}

[Pipeline("watch-second")]
public sealed partial class WatchSecond
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(TwoWays), nameof(TwoWays.Second))]
    public partial Served<Application, IncomeScore> Traffic();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count + traffic.Skipped;
}
