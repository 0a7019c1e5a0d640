//# fault: words, a unit, an ISO duration
[Pipeline("watch")]
public sealed partial class Watch
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [{|MLP8017:Start(CoolDown = "one day")|}]
    public StartRequest<Training> Retrain(int lines) => new(new Training(), $"{lines} lines");

    [{|MLP8017:Start(CoolDown = "24h")|}]
    public StartRequest<Training> RetrainMore(int lines) => new(new Training(), $"{lines} lines");

    [{|MLP8017:Start(CoolDown = "P1D")|}]
    public StartRequest<Training> RetrainMost(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;
}

//# fault: hours beyond a day, and no time at all
[Pipeline("watch")]
public sealed partial class Watch
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [{|MLP8017:Start(CoolDown = "24:00:00")|}]
    public StartRequest<Training> Retrain(int lines) => new(new Training(), $"{lines} lines");

    [{|MLP8017:Start(CoolDown = "00:00:00")|}]
    public StartRequest<Training> RetrainMore(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;
}

//# fault: a number of seconds, which would be days, and minutes, which would be hours
[Pipeline("watch")]
public sealed partial class Watch
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [{|MLP8017:Start(CoolDown = "600")|}]
    public StartRequest<Training> Retrain(int lines) => new(new Training(), $"{lines} lines");

    [{|MLP8017:Start(CoolDown = "10:00")|}]
    public StartRequest<Training> RetrainMore(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;
}

//# fault: it starts itself, with a cool-down that is none
[Pipeline("loop")]
public sealed partial class Loop
{
    [Stage]
    public int One() => 1;

    [{|MLP8017:Start(CoolDown = "-00:10:00")|}]
    public StartRequest<Loop> Again(int one) => new(new Loop(), $"{one} more");
}

//# clean: a day, a fraction of a second, a constant
[Pipeline("watch")]
public sealed partial class Watch
{
    private const string Week = "7.00:00:00";

    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [Start(CoolDown = "1.00:00:00")]
    public StartRequest<Training> Retrain(int lines) => new(new Training(), $"{lines} lines");

    [Start(CoolDown = "00:00:00.5")]
    public StartRequest<Training> RetrainMore(int lines) => new(new Training(), $"{lines} lines");

    [Start(CoolDown = Week)]
    public StartRequest<Training> RetrainMost(int lines) => new(new Training(), $"{lines} lines");
}

[Pipeline("training")]
public sealed partial class Training
{
    [Stage]
    public int One() => 1;
}
