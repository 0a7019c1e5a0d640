//# fault: a new parameter is not in the lock
[{|MLP7002:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
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
