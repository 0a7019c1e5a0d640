//# fault: the team wants an owner, and the pipeline has none
[{|MLP5009:Pipeline("test")|}]
public sealed partial class TestPipeline
{
    [Publish("price"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;
}

//## share Houses.cs
//## share Trained.cs
//## build properties
MlopsDslRequireOwner = true

//# clean: the owner is named
[Pipeline("test", Owner = "pricing")]
public sealed partial class TestPipeline
{
    [Publish("price"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;
}

//## share Houses.cs
//## share Trained.cs
//## build properties
MlopsDslRequireOwner = true

//# clean: nothing is published, so nobody has to answer for it
//## share Houses.cs
//## share Trained.cs

[Stage]
public double Doubled(double error) => error * 2;

//## build properties
MlopsDslRequireOwner = true
MlopsDslRequirePurpose = true
MlopsDslRequireLicence = true

//# fault: an owner that is no more than a space
[{|MLP5009:Pipeline("test", Owner = " ")|}]
public sealed partial class TestPipeline
{
    [Publish("price"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;
}

//## share Houses.cs
//## share Trained.cs
//## .editorconfig
[*.cs]
mlops_dsl.require_owner = true

//# fault: of two pipelines that publish, one has no owner
[Pipeline("test", Owner = "pricing")]
public sealed partial class TestPipeline
{
    [Publish("price"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;
}

//## share Houses.cs
//## share Trained.cs
//## Other.cs
[{|MLP5009:Pipeline("other")|}]
public sealed partial class OtherPipeline
{
    [Source("notes.txt", Licence = "CC0-1.0")]
    public partial FileArtifact Notes();

    [Stage, Validator]
    public string Text(FileArtifact notes) => notes.ReadAllText();

    [Gate]
    public GateResult Some(string text) => GateResult.AtLeast(text.Length, 100);

    [Publish("notes"), When(nameof(Some))]
    public string Release(string text) => text;
}

//## build properties
MlopsDslRequireOwner = true

//# clean: a team that wants no owner
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequireOwner = false
