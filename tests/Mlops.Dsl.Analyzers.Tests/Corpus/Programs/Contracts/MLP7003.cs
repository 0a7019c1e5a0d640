//# fault: a merge conflict is left in the lock
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
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{|MLP7003:{|}
  "formatVersion": 1,
  "pipeline": "test"
}

//# fault: a lock that is a word
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{|MLP7003:test|}

//# fault: a lock that is a list
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{|MLP7003:[ "test", "1.0.0" ]|}

//# fault: a lock of a format to come
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage] public void Work() { }

    [Parameter]
    public int Seed { get; init; } = 42;
}

//## test.pipeline.lock.json
{
  "formatVersion": {|MLP7003:99|},
  "pipeline": "test",
  "version": "1.0.0"
}

//# clean: a lock that says what the code says
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

//# fault: the lock has a parameter twice
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Parameter]
    public int Seed { get; init; }

    [Stage]
    public int Count() => Seed;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Seed": { "type": "int" },
    {|MLP7003:"Seed"|}: { "type": "long" }
  }
}

//# fault: the lock is another pipeline's
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": {|MLP7003:"tests"|},
  "version": "1.0.0"
}
