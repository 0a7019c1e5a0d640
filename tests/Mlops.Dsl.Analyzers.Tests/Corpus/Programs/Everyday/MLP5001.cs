//# fault: a birthday is a feature by a property of a struct row
//## Patient.cs
[Row]
public partial struct Patient
{
    [Required]
    public string Ward { get; init; }

    [Pii, {|MLP5001:Feature|}]
    public DateOnly Born { get; init; }

    [Label]
    public bool Readmitted { get; init; }
}

//# fault: the attributes are on the properties of a positional record by target
//## Member.cs
[Row]
public sealed partial record Member([property: Pii][property: {|MLP5001:Feature|}] string Phone, [property: Protected, {|MLP5007:Feature|}] string Religion, [property: Label] bool Stayed);

//# clean: personal and protected columns, and the features beside them
//## Member.cs
[Row]
public sealed partial record Member([property: Pii] string Phone, [property: Protected] string Religion, [property: Feature] double Visits, [property: Label] bool Stayed)
{
    public string Display => $"{Visits} visits";
}
