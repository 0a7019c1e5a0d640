//# fault: the window was forgotten
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch"), Schedule("@hourly")]
public sealed partial class IncomeWatch
{
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> {|MLP8012:Traffic|}();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count;
}

//# fault: two sources lack the one window
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> {|MLP8012:Now|}();

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Again();

    [Stage]
    public int Requests(Served<Application, IncomeScore> now, Served<Application, IncomeScore> again) => now.Count + again.Count;
}

//# fault: the times are parameters of the user's own
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Parameter]
    public DateTimeOffset From { get; init; }

    [Parameter]
    public DateTimeOffset To { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> {|MLP8012:Traffic|}();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count(row => row.Time >= From && row.Time < To);
}

//# fault: a second source was moved to a pipeline of its own, the window stayed
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    [Stage]
    public int Requests(Served<Application, IncomeScore> traffic) => traffic.Count;
}

[Pipeline("income-labels")]
public sealed partial class IncomeLabels
{
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> {|MLP8012:Labelled|}();

    [Stage]
    public double Known(Served<Application, IncomeScore> labelled) => labelled.Average(row => row.Label is null ? 0.0 : 1.0);
}

//# clean: two sources share the one window
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Service("income-next")]
public sealed partial class NextService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

[Pipeline("income-watch")]
public sealed partial class IncomeWatch
{
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Now();

    [Served(typeof(NextService), nameof(NextService.Score))]
    public partial Served<Application, IncomeScore> Next();

    [Stage]
    public double Difference(Served<Application, IncomeScore> now, Served<Application, IncomeScore> next) =>
        now.Average(row => row.Prediction.Probability) - next.Average(row => row.Prediction.Probability);

    [Window]
    public TimeWindow Window { get; init; }
}

//# clean: what was published is of no time
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Accuracy))]
    public partial double Accuracy();

    [Stage]
    public double Errors(double accuracy) => 1 - accuracy;
}
