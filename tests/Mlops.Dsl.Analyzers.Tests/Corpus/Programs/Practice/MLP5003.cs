//# clean: a row that makes its text itself, of its town
[Stage]
public int Count(StageContext context)
{
    var guest = new Guest("a@example.org", "Ulm");
    context.Logger.LogInformation("{Guest}", guest);
    return guest.Town.Length;
}

//## Guest.cs
[Row]
public sealed partial record Guest([Required, Pii] string Email, [Required] string Town)
{
    public override string ToString() => $"someone of {Town}";
}

//# fault: a row that makes its text itself, of its address
[Stage]
public int Count(StageContext context)
{
    var guest = new Guest("a@example.org", "Ulm");
    context.Logger.LogInformation("{Guest}", {|MLP5003:guest|});
    return guest.Town.Length;
}

//## Guest.cs
[Row]
public sealed partial record Guest([Required, Pii] string Email, [Required] string Town)
{
    public override string ToString() => $"{Email} of {Town}";
}
