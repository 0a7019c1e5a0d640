//# fault: the training starts the next training
[Pipeline("training")]
public sealed partial class Training
{
    [Parameter, Range(1, 1000)]
    public int Trees { get; init; } = 100;

    [Stage]
    public int Plant() => Trees;

    [Start]
    public StartRequest<Training> {|MLP8018:Next|}(int plant) => new(new Training { Trees = plant + 1 }, "more trees");
}

//# fault: the watch starts the training, and the training the watch
[Pipeline("watch")]
public sealed partial class Watch
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [Start]
    public StartRequest<Training> {|MLP8018:Retrain|}(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;

    [Start]
    public async Task<StartRequest<Watch>> {|MLP8018:LookAgain|}(int one)
    {
        await Task.Yield();
        return new(new Watch(), $"{one} training");
    }
}

//# fault: round three corners, and a cool-down on a way that leads elsewhere
[Pipeline("first")]
public sealed partial class First
{
    [Stage]
    public int One() => 1;

    [Start]
    public StartRequest<Second> {|MLP8018:Go|}(int one) => new(new Second(), $"{one}");

    [Start(CoolDown = "01:00:00")]
    public StartRequest<Aside> Report(int one) => new(new Aside(), $"{one}");
}

[Pipeline("second")]
public sealed partial class Second
{
    [Stage]
    public int One() => 1;

    [Start]
    public StartRequest<Third> {|MLP8018:Go|}(int one) => new(new Third(), $"{one}");
}

[Pipeline("third")]
public sealed partial class Third
{
    [Stage]
    public int One() => 1;

    [Start]
    public StartRequest<First> {|MLP8018:Go|}(int one) => new(new First(), $"{one}");
}

[Pipeline("aside")]
public sealed partial class Aside
{
    [Stage]
    public int One() => 1;
}

//# clean: a loop with a cool-down on one of its ways
[Pipeline("watch")]
public sealed partial class Watch
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [Start]
    public StartRequest<Training> Retrain(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;

    [Start(CoolDown = "06:00:00")]
    public StartRequest<Watch> LookAgain(int one) => new(new Watch(), $"{one} training");
}

//# clean: two ways to one pipeline are no loop
[Pipeline("first")]
public sealed partial class First
{
    [Stage]
    public int One() => 1;

    [Start]
    public StartRequest<Second> Go(int one) => new(new Second(), $"{one}");

    [Start]
    public StartRequest<Last> Skip(int one) => new(new Last(), $"{one}");
}

[Pipeline("second")]
public sealed partial class Second
{
    [Stage]
    public int One() => 1;

    [Start]
    public StartRequest<Last> Go(int one) => new(new Last(), $"{one}");
}

[Pipeline("last")]
public sealed partial class Last
{
    [Stage]
    public int One() => 1;
}
