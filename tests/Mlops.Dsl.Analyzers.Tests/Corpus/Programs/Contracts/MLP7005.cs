//# fault: the files' policy demands a lock
[Pipeline("fares", Version = {|MLP7005:"1.0.0"|})]
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

//## .editorconfig
[*.cs]
mlops_dsl.require_lock = true

//# fault: the project's policy demands a lock of each, and one has none
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

[{|MLP7005:Pipeline("tips")|}]
public sealed partial class Tips
{
    [Stage] public void Work() { }
}

//## build properties
MlopsDslRequireLock = true

//## fares.pipeline.lock.json
{ "formatVersion": 1, "pipeline": "fares", "version": "1.0.0" }

//# clean: this folder is excepted
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

//## build properties
MlopsDslRequireLock = true

//## .editorconfig
[*.cs]
mlops_dsl.require_lock = false

//# clean: nobody demands anything
[Pipeline("fares", Version = "1.0.0")]
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

//# clean: the one pipeline that nobody relies on says so
#pragma warning disable MLP7005
[Pipeline("fares", Version = "1.0.0")]
#pragma warning restore MLP7005
public sealed partial class Fares
{
    [Stage] public void Work() { }
}

//## .editorconfig
[*.cs]
mlops_dsl.require_lock = true

//# fault: a lock is demanded of one folder's files
[{|MLP7005:Pipeline("test", Version = "1.0.0")|}]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## build properties
MlopsDslRequireLock = true
