//# fault: the team wants locks
[{|MLP7005:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## build properties
MlopsDslRequireLock = true

//# clean: another JSON file
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## settings.json
{ "pipeline": 3 }
