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

//# fault: of two sources of a publication, one has no licence
[Source("houses.csv", Licence = "CC-BY-4.0")]
public partial FileArtifact Table();

[{|MLP5011:Source("prices.csv")|}]
public partial FileArtifact Prices();

[Stage]
public Raw<House> Parse([From(nameof(Table))] FileArtifact table, [From(nameof(Prices))] FileArtifact prices) =>
    new(table.ReadLines().Zip(prices.ReadLines(), (line, price) => new House(line, line.Length, 3, price.Length)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("houses"), When(nameof(Enough))]
public Validated<House> Release(Validated<House> check) => check;

//## .editorconfig
[*.cs]
mlops_dsl.require_licence = true
