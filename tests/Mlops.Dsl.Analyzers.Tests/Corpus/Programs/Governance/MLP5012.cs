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

//# fault: the personal column is inherited
//## share Houses.cs
//## share Trained.cs
[Stage]
public Contact Owner() => new("a@example.com") { Model = new(1, 1) };

[Publish("price"), When(nameof(Accurate))]
public Contact {|MLP5012:Release|}(Contact owner, PriceModel fit) => owner with { Model = fit };

//## Contact.cs
public abstract record Named
{
    [Pii]
    public string Name { get; init; } = "";
}

public sealed record Contact(string Text) : Named
{
    public required PriceModel Model { get; init; }
}

//# fault: the personal column lies deep in a dictionary of arrays
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public Card {|MLP5012:Release|}(PriceModel fit) => new(fit, new(StringComparer.Ordinal));

//## Card.cs
public sealed record Card(PriceModel Model, Dictionary<string, Author[]> Authors);

public sealed record Author([property: Pii] string Email);

//# clean: the card has no personal column
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public Card Release(PriceModel fit) => new(fit, new(StringComparer.Ordinal));

//## Card.cs
public sealed record Card(PriceModel Model, Dictionary<string, Author[]> Authors);

public sealed record Author(string Team);

//# clean: the profile of rows with personal columns, of which it keeps counts alone
//## share People.cs
[Stage]
public LoanModel Fit(TrainSet<Person> trainPeople) => new(trainPeople.Where(person => person.Repaid).Min(person => person.Income));

[Stage]
public double Hits(LoanModel fit, TestSet<Person> testPeople) => testPeople.Count(p => fit.Predict(p) == p.Repaid) / (double)testPeople.Count;

[Gate]
public GateResult Good(double hits) => GateResult.AtLeast(hits, 0.7);

[Publish("loans"), When(nameof(Good))]
public LoanModel Release(LoanModel fit) => fit;

[Stage]
public Profile<Person> Describe(TrainSet<Person> trainPeople) => trainPeople.Profile();

[Publish("profile"), When(nameof(Good))]
public Profile<Person> ReleaseProfile(Profile<Person> describe) => describe;

//## Profile.cs
namespace Mlops.Dsl
{
    /// <summary>Stands for the profile of the package for data.</summary>
    public sealed record Profile<T>(int Rows);

    public static class Profiling
    {
        public static Profile<T> Profile<T>(this TrainSet<T> rows) => new(rows.Count);
    }
}

//# fault: one of two personal columns is hashed
//## share Houses.cs
//## share Trained.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public Contact Owner() => new("Ada", "a@example.com", new(1, 1));

[Stage]
public Contact Hidden([From(nameof(Owner))] Contact owner) => owner with { Email = PersonalData.Hash(owner.Email, Key) };

[Publish("price"), When(nameof(Accurate))]
public Contact {|MLP5012:Release|}([From(nameof(Hidden))] Contact hidden, PriceModel fit) => hidden with { Model = fit };

//## Contact.cs
public sealed record Contact([property: Pii] string Name, [property: Pii] string Email, PriceModel Model);

//# clean: one stage hashes one column, and the next the other
//## share Houses.cs
//## share Trained.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public Contact Owner() => new("Ada", "a@example.com", new(1, 1));

[Stage]
public Contact Hidden([From(nameof(Owner))] Contact owner) => owner with { Email = PersonalData.Hash(owner.Email, Key) };

[Publish("price"), When(nameof(Accurate))]
public Contact Release([From(nameof(Hidden))] Contact hidden, PriceModel fit) => hidden with { Name = PersonalData.Hash(hidden.Name, Key), Model = fit };

//## Contact.cs
public sealed record Contact([property: Pii] string Name, [property: Pii] string Email, PriceModel Model);
