//# fault: the lock of a pipeline that is gone
[Pipeline("test", Version = "1.0.0")]
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

//## gone.pipeline.lock.json
{|MLP7004:{
  "formatVersion": 1,
  "pipeline": "gone",
  "version": "1.0.0"
}|}

//# fault: a pipeline was renamed, and its old lock left
[Pipeline("test", Version = "1.0.0")]
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

//## prices.pipeline.lock.json
{|MLP7004:{
  "formatVersion": 1,
  "pipeline": "prices",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "int" }
  }
}|}

//# clean: each of two pipelines has its lock
[Pipeline("test", Version = "1.0.0")]
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

//## Other.cs
[Pipeline("other", Version = "2.0.0")]
public sealed partial class OtherPipeline
{
    [Stage]
    public int Count() => 1;
}

//## other.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "other",
  "version": "2.0.0"
}

//# fault: a pipeline's class was deleted, another stays
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0"
}

//## locks/old.pipeline.lock.json
{|MLP7004:{|}
  "formatVersion": 1,
  "pipeline": "old",
  "version": "3.0.0"
}
