//# fault: rows with personal data are published
//## share People.cs
[Gate]
public GateResult Enough(Validated<Person> checkPeople) => GateResult.AtLeast(checkPeople.Count, 100);

[Publish("people"), When(nameof(Enough))]
public Validated<Person> {|MLP5012:Release|}(Validated<Person> checkPeople) => checkPeople;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: a list of a record with a marked member
//## share People.cs
[Stage]
public IReadOnlyList<Champion> Best(Validated<Person> checkPeople) => [.. checkPeople.Select(person => new Champion(person.Name, person.Income))];

[Gate]
public GateResult Enough(Validated<Person> checkPeople) => GateResult.AtLeast(checkPeople.Count, 100);

[Publish("champions"), When(nameof(Enough))]
public IReadOnlyList<Champion> {|MLP5012:Release|}(IReadOnlyList<Champion> best) => best;

//## Champion.cs
public sealed record Champion([property: Pii] string Who, double Income);

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: the published record has no personal column
//## share People.cs
[Stage]
public IReadOnlyList<Income> Incomes(Validated<Person> checkPeople) => [.. checkPeople.Select(person => new Income(person.Town, person.Income))];

[Gate]
public GateResult Enough(Validated<Person> checkPeople) => GateResult.AtLeast(checkPeople.Count, 100);

[Publish("incomes"), When(nameof(Enough))]
public IReadOnlyList<Income> Release(IReadOnlyList<Income> incomes) => incomes;

//## Income.cs
public sealed record Income(string Town, double Value);

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none
