//# fault: how long it is, not which time
//## share Applicants.cs
//## share IncomeService.cs
//## Watch.cs
[Pipeline("income-watch"), Schedule("@hourly")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeSpan {|MLP8011:Window|} { get; init; } = TimeSpan.FromHours(1);

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count() / (int)Window.TotalHours;
}

//# fault: a window that is computed, and one that may be missing
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow {|MLP8011:LastDay|} => new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//## Other.cs
[Pipeline("other")]
public sealed partial class Other
{
    [Window]
    public TimeWindow? {|MLP8011:Window|} { get; init; }

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# fault: a window for now and one to compare with
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow Now { get; init; }

    [Window]
    public TimeWindow {|MLP8011:Before|} { get; init; }

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public double Lines(FileArtifact sales) => sales.ReadLines().Count() * (Now.Length / Before.Length);
}

//# fault: marked as a parameter, to be on the safe side
[Pipeline("watch")]
public sealed partial class Watch
{
    [Parameter, Window]
    public TimeWindow {|MLP8011:Window|} { get; init; }

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public double Lines(FileArtifact sales) => sales.ReadLines().Count() / Window.Length.TotalHours;
}

//# clean: a window of another name, beside parameters
[Pipeline("watch"), Schedule("*/15 * * * *")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow Quarter { get; init; }

    [Parameter, Range(1, 1000)]
    public int Least { get; init; } = 10;

    [Source("calls.csv")]
    public partial FileArtifact Calls();

    [Stage]
    public int Count(FileArtifact calls) => calls.ReadLines()
        .Count(line => Quarter.Contains(DateTimeOffset.ParseExact(line, "O", CultureInfo.InvariantCulture)));

    [Gate]
    public GateResult Busy(int count) => GateResult.AtLeast(count, Least);
}

//# clean: a window of the user's own
[Pipeline("smooth")]
public sealed partial class Smooth
{
    [Parameter, Range(1, 100)]
    public int Window { get; init; } = 7;

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public double Mean(FileArtifact sales) => sales.ReadLines().Take(Window).Average(line => line.Length);
}

//# clean: a window that can be set, as parameters can: cache keys see it
[Pipeline("watch")]
public sealed partial class Watch
{
    [Window]
    public TimeWindow Window { get; set; }

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public double Lines(FileArtifact sales) => sales.ReadLines().Count() / Window.Length.TotalHours;
}
