//# fault: the version went back, by a constant
[{|MLP7001:Pipeline("test", Version = Release)|}]
public sealed partial class TestPipeline
{
    private const string Release = "1.0.0";

    [Stage]
    public int Count() => 1;
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

//# fault: a patch below one is not enough
[{|MLP7001:Pipeline("test", Version = "0.2.4")|}]
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
  "version": "0.2.3",
  "parameters": {
    "Seed": { "type": "long" }
  }
}

//# fault: the enum that is published lost a member
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage]
    public Level Measure() => Level.High;

    [Gate]
    public GateResult Good(Level measure) => GateResult.AtLeast((int)measure, 1);

    [Publish("level"), When(nameof(Good))]
    public Level Release(Level measure) => measure;
}

public enum Level
{
    Low,
    High,
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "publications": {
    "level": { "type": "Level", "codec": "enum(Low=0,Middle=1,High=2)" }
  }
}

//# fault: allowed values fewer than before
[{|MLP7001:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Parameter, AllowedValues("adam")]
    public string Optimizer { get; init; } = "adam";

    [Stage]
    public int Count() => Optimizer.Length;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "parameters": {
    "Optimizer": { "type": "string" }
  }
}

//# fault: a column of the rows that a custom source gives is narrower
[{|MLP7001:Pipeline("test", Version = "2.1.0")|}]
public sealed partial class TestPipeline
{
    [Source(Version = nameof(Day))]
    public Raw<Reading> Read() => new([]);

    private string Day => "1";

    [Stage]
    public Validated<Reading> Check(Raw<Reading> read) => read.Validate();
}

[Row]
public sealed partial record Reading(string Sensor, float Value);

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "2.1.0",
  "rows": {
    "Reading": {
      "uses": ["read"],
      "columns": {
        "Sensor": { "type": "string" },
        "Value": { "type": "double" }
      }
    }
  }
}

//# clean: the row that is read was renamed, its columns are the same
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Source("x.csv")]
    public partial FileArtifact File();

    [Stage]
    public Raw<Measurement> Read(FileArtifact file) => new(file.ReadLines().Select(line => new Measurement(line, line.Length)));

    [Stage]
    public Validated<Measurement> Check(Raw<Measurement> read) => read.Validate();
}

[Row]
public sealed partial record Measurement([Required] string Sensor, double Value);

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0",
  "rows": {
    "Measurement": {
      "uses": ["read"],
      "columns": {
        "Sensor": { "type": "string", "constraints": [{ "kind": "required" }] },
        "Value": { "type": "double" }
      }
    }
  }
}

//# clean: stages and their outputs are renamed, files with other endings lie about
[Pipeline("test", Version = "1.0.0")]
public sealed partial class TestPipeline
{
    [Stage]
    public (int First, string Second) Compute() => (1, "");

    [Stage]
    public int Use(int first, string second) => first + second.Length;
}

//## test.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "test",
  "version": "1.0.0"
}

//## test.pipeline.lock.json.bak
not a lock

//## package.lock.json
{ "version": 1 }
