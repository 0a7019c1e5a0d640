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

//# fault: a number is parsed in the culture of whoever runs it
//## share Docs.cs
[Stage]
public double Total(FileSet docs) => docs[0].ReadLines().Sum(line => {|MLP4008:double.Parse(line)|});

//# fault: tried in that culture
//## share Docs.cs
[Stage]
public double Total(FileSet docs)
{
    var total = 0.0;
    foreach (var line in docs[0].ReadLines())
    {
        if ({|MLP4008:double.TryParse(line, out var value)|})
        {
            total += value;
        }
    }

    return total;
}

//# fault: converted
//## share Docs.cs
[Stage]
public double First(FileSet docs) => {|MLP4008:Convert.ToDouble(docs[0].ReadAllText())|};

//# fault: a date
//## share Docs.cs
[Stage]
public int Year(FileSet docs) => {|MLP4008:DateTime.Parse(docs[0].ReadAllText())|}.Year;

//# fault: a double as text
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => {|MLP4008:check.Average(house => house.Price).ToString("F2")|};

//# fault: a double in an interpolated text
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => {|MLP4008:$"mean {check.Average(house => house.Price):F2}"|};

//# fault: formatted in a helper
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => Text.Of(check.Average(house => house.Price));

//## Text.cs
public static class Text
{
    public static string Of(double value) => {|MLP4008:string.Format("{0:N1}", value)|};
}

//# fault: the culture is asked for by name
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => check.Average(house => house.Price).ToString({|MLP4008:CultureInfo.CurrentCulture|});

//# fault: method group of a parser
//## share Docs.cs
[Stage]
public double Total(FileSet docs) => docs[0].ReadLines().Select({|MLP4008:double.Parse|}).Sum();

//# clean: the invariant culture
//## share Docs.cs
[Stage]
public double Total(FileSet docs) => docs[0].ReadLines().Sum(line => double.Parse(line, NumberStyles.Float, CultureInfo.InvariantCulture));

//# clean: an invariant interpolation
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => string.Create(CultureInfo.InvariantCulture, $"mean {check.Average(house => house.Price):F2}");

//# clean: a log is read by a person here and now
//## share Houses.cs
[Stage]
public int Mean(Validated<House> check, StageContext context)
{
    context.Logger.LogInformation("mean {Mean}", $"{check.Average(house => house.Price):F2}");
    return check.Count;
}

//# clean: whole numbers and texts have no culture to speak of
//## share Docs.cs
[Stage]
public string Describe(FileSet docs) => $"{docs.Count} files from {docs[0].Path}";

//# clean: a formattable text is made invariant
//## share Houses.cs
[Stage]
public string Mean(Validated<House> check) => FormattableString.Invariant($"mean {check.Average(house => house.Price)}");

//# clean: an exception's message
//## share Houses.cs
[Stage]
public double Mean(Validated<House> check)
{
    var mean = check.Average(house => house.Price);
    return mean > 0 ? mean : throw new InvalidOperationException($"The mean price is {mean}.");
}

//# clean: a Guid is the same everywhere
//## share Docs.cs
[Stage]
public Guid Id(FileSet docs) => Guid.Parse(docs[0].ReadAllText());
