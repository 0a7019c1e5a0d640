//# fault: a list of DTOs with an inherited personal member is published
//## share People.cs
[Stage]
public IReadOnlyList<Lead> Leads(Validated<Person> checkPeople) => [.. checkPeople.Select(p => new Lead { Name = p.Name, Score = p.Income / 1e5 })];

[Gate]
public GateResult Enough(IReadOnlyList<Lead> leads) => GateResult.AtLeast(leads.Count, 10);

[Publish("leads"), When(nameof(Enough))]
public Task<IReadOnlyDictionary<int, Lead>> {|MLP5012:Release|}(IReadOnlyList<Lead> leads) => Task.FromResult<IReadOnlyDictionary<int, Lead>>(leads.Index().ToDictionary(pair => pair.Index, pair => pair.Item));

//## Lead.cs
public abstract class Contactable
{
    [Pii]
    public string Name { get; set; } = "";
}

public sealed class Lead : Contactable
{
    public double Score { get; set; }
}

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: leads are masked before they are published
//## share People.cs
[Stage]
public IReadOnlyList<Lead> Leads(Validated<Person> checkPeople) => [.. checkPeople.Select(p => new Lead(PersonalData.Mask(p.Name, visible: 1)!, p.Income / 1e5))];

[Gate]
public GateResult Enough(IReadOnlyList<Lead> leads) => GateResult.AtLeast(leads.Count, 10);

[Publish("leads"), When(nameof(Enough))]
public IReadOnlyList<Lead> Release(IReadOnlyList<Lead> leads) => leads;

//## Lead.cs
public sealed record Lead([property: Pii] string Initial, double Score);

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none
