//# fault: a merge conflict is left in the lock
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
{|MLP7003:<<<<<<< HEAD|}
  "version": "1.0.0"
=======
  "version": "1.1.0"
>>>>>>> other
}

//# fault: the lock is cut off
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{|MLP7003:{|}
  "formatVersion": 1,
  "pipeline": "test"
}

//# fault: the lock of a pipeline that is gone
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

//## gone.pipeline.lock.json
{|MLP7004:{
  "formatVersion": 1,
  "pipeline": "gone",
  "version": "1.0.0"
}|}

//# fault: the team wants locks
[{|MLP7005:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Parameter]
    public int Seed { get; init; } = 42;
}

//## build properties
MlopsDslRequireLock = true

//# clean: another JSON file
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Parameter]
    public int Seed { get; init; } = 42;
}

//## settings.json
{ "pipeline": 3 }
