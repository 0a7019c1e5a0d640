//# fault: a schedule of four fields
[Pipeline("watch"), Schedule({|MLP8010:"0 3 * *"|})]
public sealed partial class Watch
{
    [Stage]
    public void Work() { }
}

//# fault: a window that nobody can set
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow {|MLP8011:Window|} => default;

    [Stage]
    public void Work() { }
}

//# fault: a published artifact of another type
[Pipeline("watch")]
public sealed partial class Watch
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Check))]
    public partial Raw<Applicant> {|MLP8014:Reference|}();
}

//## share Income.cs
//# fault: a stage that the pipeline does not have
[Pipeline("watch")]
public sealed partial class Watch
{
    [FromPublished(typeof(IncomePipeline), "Chek")]
    public partial Validated<Applicant> {|MLP8014:Reference|}();
}

//## share Income.cs
//# fault: what was served, of no time
[Pipeline("watch")]
public sealed partial class Watch
{
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> {|MLP8012:Traffic|}();
}

//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: what was served is of another row
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Applicant, IncomeScore> {|MLP8013:Traffic|}();
}

//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# clean: what was served, of a window
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    [Stage]
    public void Count(Served<Application, IncomeScore> traffic, StageContext context) => context.LogMetric("asked", traffic.Count);
}

//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
