//# fault: a parameter is gone
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter]
    public bool Fast { get; init; }
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Fast": { "type": "bool" },
    "Seed": { "type": "int" }
  }
}

//# fault: a parameter is renamed
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter]
    public int RandomSeed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "int" }
  }
}

//# fault: a parameter has a narrower type
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter] public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "long" }
  }
}

//# fault: a range is narrower
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter, Range(0.6, 0.9)]
    public double Share { get; init; } = 0.8;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 0.5, "maximum": 0.95 }] }
  }
}

//# fault: a minor version is not enough
[{|MLP7001:Pipeline("test", Version = "1.1.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter]
    public bool Fast { get; init; }
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Fast": { "type": "bool" },
    "Seed": { "type": "int" }
  }
}

//# fault: the parameter went with another part of the class
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter]
    public bool Fast { get; init; }
}

//## Rest.cs
public sealed partial class TestPipeline
{
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Fast": { "type": "bool" },
    "Seed": { "type": "int" }
  }
}

//# clean: as promised
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter] public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "int" }
  }
}

//# clean: the break has its version and its lock
[Pipeline("test", Version = "2.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter]
    public int RandomSeed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "2.0.0",
  "parameters": {
    "RandomSeed": { "type": "int" }
  }
}

//# clean: another default is another result and no other contract
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }
    [Parameter] public int Seed { get; init; } = 7;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "int" }
  }
}

//# fault: a parameter is renamed
[Pipeline("fares", Version = {|MLP7001:"1.2.0"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }
    [Parameter]
    public int RandomSeed { get; init; } = 42;
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.2.0", "parameters": { "Seed": { "type": "int" } } }

//# fault: the default is gone, and no version is written
[{|MLP7001:Pipeline("fares")|}]
public sealed partial class Fares
{
    [Stage] public void Work() { }
    [Parameter]
    public required int Seed { get; init; }
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Seed": { "type": "int" } } }

//# fault: a constant tightens a range, in the other half of a partial class
[Pipeline("fares", Version = {|MLP7001:Limits.Version|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

//## Other.cs
public sealed partial class Fares
{
    [Parameter, Range(Limits.Low, 1.0)]
    public double Share { get; init; } = 0.9;
}

public static class Limits
{
    public const double Low = 0.75;
    public const string Version = "3.1.4";
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "3.1.4", "parameters": { "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 0.5, "maximum": 1 }] } } }

//# fault: a column of a base record becomes required, behind a tuple and a task
[Pipeline("fares", Version = {|MLP7001:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage]
    public async Task<(Validated<Ride> Rides, int Count)> Read(CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return (new Raw<Ride>([]).Validate(), 0);
    }

    [Stage]
    public void Tell(Validated<Ride> rides, int count, StageContext context) => context.LogMetric("rides", rides.Count + count);
}

public abstract record Stop(string City);

[Row]
public sealed partial record Ride(string City, double Fare) : Stop(City);

//## fares.pipeline.lock.json
{
  "formatVersion": 1, "pipeline": "fares", "version": "1.0.0",
  "rows": { "Ride": { "uses": ["read"], "columns": { "City": { "type": "string", "nullable": true }, "Fare": { "type": "double" } } } }
}

//# fault: what is published is made of other parts, deep inside
[Pipeline("fares", Version = {|MLP7001:"0.4.7"|})]
public sealed partial class Fares
{
    [Stage]
    public Tree Grow() => new(0.5, null, null);

    [Gate]
    public GateResult Deep(Tree grow) => GateResult.AtLeast(grow.Threshold, 0.1);

    [Publish("tree"), When(nameof(Deep))]
    public Tree Release(Tree grow) => grow;
}

public sealed record Tree(double Threshold, Tree? Left, Leaf? Right);

public sealed record Leaf(double Value, int Count);

//## fares.pipeline.lock.json
{
  "formatVersion": 1, "pipeline": "fares", "version": "0.4.6",
  "publications": { "tree": { "type": "Tree", "codec": "object(Threshold:float64,Left:^Tree?,Right:object(Value:float64)?)" } }
}

//# fault: a publication is gone
[Pipeline("fares", Version = {|MLP7001:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage, NoCache]
    public void Tell(StageContext context) => context.LogMetric("rides", 1);
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "publications": { "tree": { "type": "Tree" } } }

//# fault: an output of a stage, where the project promises them
[Pipeline("fares", Version = {|MLP7001:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage]
    public (int Low, long High) Bounds() => (1, 2);

    [Stage]
    public void Tell(int low, long high, StageContext context) => context.LogMetric("range", high - low);
}

//## build properties
MlopsDslLockStages = true

//## fares.pipeline.lock.json
{
  "formatVersion": 1, "pipeline": "fares", "version": "1.0.0",
  "stages": { "Bounds.High": { "type": "int", "codec": "int32" }, "Bounds.Low": { "type": "int", "codec": "int32" } }
}

//# clean: the order of declarations, defaults and stages are nobody's business
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Parameter]
    public string Zone { get; init; } = "B";

    [Parameter]
    public int Seed { get; init; } = Random.Shared is null ? 1 : 2;

    [Stage]
    public int Renamed() => Seed;

    [Stage]
    public void Tell(int renamed, StageContext context) => context.LogMetric("seed", renamed);
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Seed": { "type": "int" }, "Zone": { "type": "string" } } }

//# clean: rows that stay inside may change
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage]
    public Validated<Ride> Read() => new Raw<Ride>([]).Validate();

    [Stage]
    public Trip[] Join(Validated<Ride> read) => [.. read.Select(r => new Trip(r.Fare, r.Fare))];

    [Stage]
    public void Tell(Trip[] join, StageContext context) => context.LogMetric("trips", join.Length);
}

[Row]
public sealed partial record Ride(double Fare);

[Row]
public sealed partial record Trip(double Fare, double AddedYesterday);

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "rows": { "Ride": { "uses": ["read"], "columns": { "Fare": { "type": "double" } } } } }

//# clean: the lock of another project's pipeline lies at another name
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }
    [Parameter] public int Seed { get; init; } = 42;
}

//## fares.pipeline.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Other": { "type": "int" } } }

//# fault: an optional parameter is required now
[{|MLP7001:Pipeline("test", Version = "1.4.2")|}]
public sealed partial class TestPipeline
{
    [Parameter]
    public required int Seed { get; init; }

    [Stage]
    public int Count() => Seed;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.4.2",
  "parameters": {
    "Seed": { "type": "int" }
  }
}

//# fault: a parameter becomes a secret
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Secret]
    public string Token { get; init; } = "";

    [Stage]
    public int Count() => Token.Length;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Token": { "type": "string" }
  }
}
