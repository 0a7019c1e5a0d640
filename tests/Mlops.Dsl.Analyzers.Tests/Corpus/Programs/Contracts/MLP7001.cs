//# fault: a parameter is gone
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
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
    [Parameter]
    public int Seed { get; init; } = 42;
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

//# clean: the break has its version and its lock
[Pipeline("test", Version = "2.0.0")]
public sealed partial class TestPipeline
{
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
    [Parameter]
    public int Seed { get; init; } = 7;
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
