//# fault: [Feature] was copied to every column, the key included
//## Rows.cs
[Row]
public sealed partial record Customer([RowKey, {|MLP1085:Feature|}] string Number, [Feature] int Orders, [Feature] double Spent, [Label] bool Left);

//# fault: the number of the flat is what the model is to guess, so it says
//## Rows.cs
[Row]
public sealed partial class Flat
{
    [RowKey, {|MLP1085:Label|}]
    public required long Number { get; init; }

    [Range(5.0, 1000.0), Feature]
    public double Area { get; init; }
}

//# fault: the key has its attributes on lines of their own
//## Rows.cs
[Row]
public sealed partial record Visit
{
    [{|MLP1085:Feature|}]
    [RowKey]
    public string Patient { get; init; } = "";

    [Feature]
    public double Pulse { get; init; }

    [Label]
    public bool Ill { get; init; }
}

//# fault: the key comes from a base record
//## Rows.cs
public abstract record Entity([property: RowKey, Feature] long Id);

[Row]
public sealed partial record {|MLP1085:Member|}(long Id, [Feature] int Age, [Label] bool Left) : Entity(Id);

//# clean: the key is the group and personal
//## Rows.cs
[Row]
public sealed partial record Patient([RowKey, Group, Pii] string Number, [Feature] double Pulse, [Label] bool Ill);

//# clean: a key with another library's attribute of the name
//## Rows.cs
[Row]
public sealed partial record Order([RowKey, Switches.Feature] string Number, [Feature] double Total, [Label] bool Returned);

//## Switches.cs
namespace Switches;

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FeatureAttribute : Attribute;
