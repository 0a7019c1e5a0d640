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

//# fault: the team wants a purpose
//## share Houses.cs
//## share Trained.cs
[{|MLP5010:Publish("price")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_purpose = true

//# clean: the purpose is told
//## share Houses.cs
//## share Trained.cs
[Publish("price", Purpose = "A first idea of what a house is worth."), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_purpose = true

//# fault: the team wants to know under which licence the data came
[{|MLP5011:Source("houses.csv")|}]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse([From(nameof(Table))] FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("houses"), When(nameof(Enough))]
public Validated<House> Release(Validated<House> check) => check;

//## build properties
MlopsDslRequireLicence = true

//# clean: the licence is told
[Source("houses.csv", Licence = "CC-BY-4.0")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse([From(nameof(Table))] FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("houses"), When(nameof(Enough))]
public Validated<House> Release(Validated<House> check) => check;

//## build properties
MlopsDslRequireLicence = true

//# clean: the source without a licence feeds nothing that is published
[Source("houses.csv", Licence = "CC-BY-4.0")]
public partial FileArtifact Table();

[Source("notes.txt")]
public partial FileArtifact Notes();

[Stage]
public void Read([From(nameof(Notes))] FileArtifact notes, StageContext context) => context.LogMetric("bytes", notes.Length);

[Stage]
public Raw<House> Parse([From(nameof(Table))] FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("houses"), When(nameof(Enough))]
public Validated<House> Release(Validated<House> check) => check;

//## build properties
MlopsDslRequireLicence = true
