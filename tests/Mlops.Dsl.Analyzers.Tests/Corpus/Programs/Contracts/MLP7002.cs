//# fault: a new parameter is not in the lock
[{|MLP7002:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0"
}

//# fault: a wider range is not in the lock
[{|MLP7002:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter, Range(0.4, 0.99)]
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

//# fault: the version is newer than the lock
[{|MLP7002:Pipeline("test", Version = "1.0.1")|}]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
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

//# clean: a pipeline without a lock promises nothing
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}


//# clean: stages may come and go
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Parameter]
    public int Seed { get; init; } = 42;

    [Stage]
    public int Twice() => Seed * 2;
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

//# fault: a parameter with a default is new
[Pipeline("fares", Version = {|MLP7002:"1.2.0"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;

    [Parameter]
    public bool Verbose { get; init; }
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.2.0", "parameters": { "Seed": { "type": "int" } } }

//# fault: a new major version, and the lock still holds the old promise
[Pipeline("fares", Version = {|MLP7002:"2.0.0"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter]
    public int RandomSeed { get; init; } = 42;
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.2.0", "parameters": { "Seed": { "type": "int" } } }

//# fault: a break while the next version is being prepared
[Pipeline("fares", Version = {|MLP7002:"2.0.0-beta.2"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter]
    public int RandomSeed { get; init; } = 42;
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "2.0.0-beta.2", "parameters": { "Seed": { "type": "int" } } }

//# fault: a range is wider, in one nested class among others
public static partial class Outer
{
    [Pipeline("fares", Version = {|MLP7002:"1.0.0"|})]
    public sealed partial class Fares
    {
        [Stage] public void Work() { }

        [Parameter, Range(-1, 9)]
        public int Level { get; init; } = 1;
    }

    [Pipeline("tips", Version = "1.0.0")]
    public sealed partial class Tips
    {
        [Stage] public void Work() { }

        [Parameter, Range(-1, 9)]
        public int Level { get; init; } = 1;
    }
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Level": { "type": "int", "constraints": [{ "kind": "range", "minimum": 0, "maximum": 9 }] } } }

//## tips.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "tips", "version": "1.0.0", "parameters": { "Level": { "type": "int", "constraints": [{ "kind": "range", "minimum": -1, "maximum": 9 }] } } }

//# fault: a nullable column is new in what is read
[Pipeline("fares", Version = {|MLP7002:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage]
    public Validated<Ride> Read() => new Raw<Ride>([]).Validate();

    [Stage]
    public void Tell(Validated<Ride> read, StageContext context) => context.LogMetric("rides", read.Count);
}

[Row]
public sealed partial record Ride(double Fare, double? Tip);

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "rows": { "Ride": { "uses": ["read"], "columns": { "Fare": { "type": "double" } } } } }

//# fault: a secret is optional now
[Pipeline("fares", Version = {|MLP7002:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Secret(Optional = true)]
    public string Key { get; init; } = null!;
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Key": { "type": "string", "required": true, "secret": true } } }

//# clean: the lock is written by hand, in another order and on one line, with a schema for the editor
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter, Range(1, 9), AllowedValues(1, 2)]
    public int Level { get; init; } = 1;

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## fares.pipeline.lock.json
{ "$schema": "pipeline-lock.schema.json", "version": "1.0.0", "parameters": { "Seed": { "type": "int" }, "Level": { "constraints": [{ "kind": "range", "minimum": 1, "maximum": 9 }, { "kind": "allowed", "values": [1, 2] }], "type": "int" } }, "pipeline": "fares", "formatVersion": 1 }

//# clean: numbers that are written otherwise are the same
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter, Range(0.5, 100.0)]
    public double Share { get; init; } = 0.8;
}

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0", "parameters": { "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 5e-1, "maximum": 100.00 }] } } }

//# clean: no lock, no promise
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }

    [Parameter]
    public required int Seed { get; init; }
}

//# fault: a publication is new, the lock has not heard of it
[{|MLP7002:Pipeline("test", Version = "1.1.0")|}]
public sealed partial class TestPipeline
{
    [Stage]
    public double Score() => 0.9;

    [Gate]
    public GateResult Good(double score) => GateResult.AtLeast(score, 0.5);

    [Publish("score"), When(nameof(Good))]
    public double Release(double score) => score;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.1.0"
}

//# fault: a constraint went away
[{|MLP7002:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Parameter]
    public double Share { get; init; } = 0.8;

    [Stage]
    public double Count() => Share;
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

//# clean: compatible: wider range, nullable column, renamed class, other default; lock renewed
[Pipeline("test", Version = "1.5.0")]
public sealed partial class RenamedPipeline
{
    [Parameter, Range(0.1, 0.99)]
    public double Share { get; init; } = 0.3;

    [Stage]
    public double Count() => Share;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.5.0",
  "parameters": {
    "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 0.1, "maximum": 0.99 }] }
  }
}
