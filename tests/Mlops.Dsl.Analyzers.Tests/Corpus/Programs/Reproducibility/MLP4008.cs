//# fault: an iterator
[Stage]
public double Make() => All().First();

private static IEnumerable<double> All()
{
    yield return {|MLP4008:double.Parse("1.5")|};
}

//# fault: a helper of a helper
[Stage]
public double Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static double Make() => Inner.Make(); }

public static class Inner { public static double Make() => {|MLP4008:double.Parse("1.5")|}; }

//# fault: a local function
[Stage]
public double Make()
{
    return Inner();

    double Inner() => {|MLP4008:double.Parse("1.5")|};
}

//# fault: a lambda in a local
[Stage]
public double Make()
{
    Func<double> make = () => {|MLP4008:double.Parse("1.5")|};
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public double Make() => Runner.Run(() => {|MLP4008:double.Parse("1.5")|});

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public double Make()
{
    var (made, _) = ({|MLP4008:double.Parse("1.5")|}, 1);
    return made;
}

//# fault: a pattern
[Stage]
public double Make() => {|MLP4008:double.Parse("1.5")|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public double Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out double made) => made = {|MLP4008:double.Parse("1.5")|};

//# fault: an async stream
[Stage]
public async Task<double> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<double> Stream()
{
    await Task.Yield();
    yield return {|MLP4008:double.Parse("1.5")|};
}

//# clean: the invariant culture
[Stage]
public double Make() => double.Parse("1.5", System.Globalization.CultureInfo.InvariantCulture);

//# clean: whole numbers
[Stage]
public string Make() => $"{int.Parse("12")} rows";

//# clean: a message
[Stage]
public int Make(StageContext context)
{
    var loss = 0.25;
    context.ReportProgress(0.5, $"loss {loss:F3}");
    return loss > 1 ? throw new InvalidOperationException($"the loss is {loss}") : 1;
}

//# clean: a round-trip date
[Stage]
public string Make() => DateTime.UnixEpoch.ToString("O");

//# clean: a handler with a culture
[Stage]
public string Make()
{
    var text = new System.Text.StringBuilder();
    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1.5}");
    return text.ToString();
}
