//# fault: a name is a feature
[Stage]
public Raw<Client> Read() => new([new("Ada", 3, true)]);

[Stage]
public void Show(Raw<Client> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Client.cs
[Row]
public sealed partial record Client([Required, Pii, {|MLP5001:Feature|}] string Name, [Range(0.0, 9.0), Feature] double Visits, [Label] bool Left);

//# fault: a column declared as a property
[Stage]
public Raw<Client> Read() => new([new() { BirthYear = 1980, Visits = 3, Left = true }]);

[Stage]
public void Show(Raw<Client> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Client.cs
[Row]
public sealed partial record Client
{
    [Range(1900, 2020)]
    [{|MLP5001:Feature|}]
    [Pii]
    public required int BirthYear { get; init; }

    [Range(0.0, 9.0), Feature]
    public required double Visits { get; init; }

    [Label]
    public required bool Left { get; init; }
}

//# clean: personal data beside the features
[Stage]
public Raw<Client> Read() => new([new("Ada", 3, true)]);

[Stage]
public void Show(Raw<Client> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Client.cs
[Row]
public sealed partial record Client([Required, Pii] string Name, [Range(0.0, 9.0), Feature] double Visits, [Label] bool Left);

//# fault: in another part of the row
[Stage]
public Raw<Client> Read() => new([new() { Phone = "1", Visits = 3 }]);

[Stage]
public void Show(Raw<Client> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Client.cs
[Row]
public sealed partial record Client
{
    [Range(0.0, 9.0), Feature]
    public required double Visits { get; init; }
}

//## Client.Phone.cs
public sealed partial record Client
{
    [Required, Pii, {|MLP5001:Feature|}]
    public required string Phone { get; init; }
}

//# clean: an attribute called Pii of another library
[Stage]
public Raw<Client> Read() => new([new("a", 3)]);

[Stage]
public void Show(Raw<Client> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Client.cs
[Row]
public sealed partial record Client([Required, Other.Pii, Feature] string Kind, [Range(0.0, 9.0), Feature] double Visits);

//## Other.cs
namespace Other
{
    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
    public sealed class PiiAttribute : Attribute;
}
