//# fault: a partial property as a feature reads the label in another part
//## Loan.cs
[Row]
public sealed partial record Loan([Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid)
{
    [Feature]
    public partial double {|MLP2006:Risk|} { get; }
}

//## Loan.Risk.cs
public sealed partial record Loan
{
    public partial double Risk => Income * (this is { Repaid: true } ? 0.5 : 1.5);
}

//# fault: a computed feature deconstructs the row
//## Visit.cs
[Row]
public sealed partial record Visit([Range(0.0, 200.0), Feature] double Pressure, [Label] bool Readmitted)
{
    [Feature]
    public double {|MLP2006:Adjusted|}
    {
        get
        {
            var (pressure, readmitted) = this;
            return readmitted ? pressure + 10 : pressure;
        }
    }
}

//# fault: a computed feature hashes the whole row
//## Ad.cs
[Row]
public sealed partial record Ad([Required, Feature] string Banner, [Label] bool Clicked)
{
    [Feature]
    public int {|MLP2006:Length|} => ToString().Length;
}

//# clean: a computed feature compares with the label's name only
//## Ad.cs
[Row]
public sealed partial record Ad([Required, Feature] string Banner, [Label] bool Clicked)
{
    [Feature]
    public bool Mentions => Banner.Contains(nameof(Clicked), StringComparison.OrdinalIgnoreCase);

    public string Outcome => Clicked ? "click" : "view";
}
