//# fault: a generic parser of numbers without a culture
//## share Docs.cs
[Stage]
public List<double> Prices(FileSet docs) => [.. docs.SelectMany(doc => doc.ReadLines()).Select(Cells.Parse<double>)];

//## Cells.cs
public static class Cells
{
    public static T Parse<T>(string text)
        where T : IParsable<T> => {|MLP4008:T.Parse(text, null)|};
}

//# fault: a key of a price and a date by interpolation
//## share Houses.cs
[Stage]
public Dictionary<string, int> Counts(Validated<House> check)
{
    var counts = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var house in check)
    {
        var key = $"{house.Rooms}/{{|MLP4008:house.Area:F1|}}";
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }

    return counts;
}

//# fault: a report line by AppendFormat
//## share Houses.cs
//## share Trained.cs
[Stage]
public string Card(PriceModel fit)
{
    var card = new System.Text.StringBuilder();
    {|MLP4008:card.AppendFormat("slope {0:F3}, offset {1:F3}", fit.Slope, fit.Offset)|};
    return card.ToString();
}

//# fault: TryParse in a loop with an out variable
//## share Docs.cs
[Stage]
public double Total(FileSet docs)
{
    var total = 0.0;
    foreach (var cell in docs[0].ReadLines().SelectMany(line => line.Split(',')))
    {
        if ({|MLP4008:decimal.TryParse(cell, out var value)|})
        {
            total += (double)value;
        }
    }

    return total;
}

//# clean: invariant all along: create, handlers, formats
//## share Houses.cs
//## share Trained.cs
[Stage]
public string Card(PriceModel fit)
{
    var card = new System.Text.StringBuilder();
    card.Append(CultureInfo.InvariantCulture, $"slope {fit.Slope:F3}").AppendLine();
    card.AppendLine(FormattableString.Invariant($"offset {fit.Offset:F3}"));
    card.Append(string.Create(CultureInfo.InvariantCulture, $"{fit.Slope / 2:R}"));
    return card.ToString();
}

//# clean: a report on the console and in exceptions may follow the culture
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Inspect(PriceModel fit, TestSet<House> test)
{
    var worst = test.MaxBy(house => Math.Abs(fit.Predict(house) - house.Price)) ?? throw new InvalidOperationException($"no rows for a slope of {fit.Slope:F2}");
    var text = $"worst: {fit.Predict(worst):N0} instead of {worst.Price:N0}";
    Console.WriteLine(text);
    return fit.Slope > 0 ? fit.Slope : throw new InvalidDataException(string.Format("slope {0:F2}", fit.Slope));
}

//# clean: integers, enums, guids and booleans have one text
//## share Docs.cs
[Stage]
public List<string> Keys(FileSet docs) => [.. docs.Select((doc, index) => $"{index}-{doc.Length}-{DayOfWeek.Monday}-{index % 2 == 0}-{int.Parse("7", CultureInfo.InvariantCulture)}")];

//# clean: a CSV writer with invariant formats, in a helper with options, into an artifact
//## share Houses.cs
[Stage]
public FileArtifact Csv(Validated<House> check, StageContext context)
{
    using (var writer = new CsvWriter(context.CreateFile("houses.csv")))
    {
        writer.Header("id", "area", "price");
        foreach (var house in check)
        {
            writer.Row(house.Id, house.Area, house.Price);
        }
    }

    return context.GetFile("houses.csv");
}

//## CsvWriter.cs
public sealed class CsvWriter(Stream stream) : IDisposable
{
    private readonly StreamWriter _writer = new(stream);

    public void Header(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _writer.Write(name);
            _writer.Write(';');
        }

        _writer.WriteLine();
    }

    public void Row(params object[] values) => _writer.WriteLine(string.Join(';', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));

    public void Dispose() => _writer.Dispose();
}

//# clean: spans and parsers with a culture, styles and out variables
//## share Docs.cs
[Stage]
public double Sum(FileSet docs)
{
    var total = 0.0;
    foreach (var line in docs[0].ReadLines())
    {
        var rest = line.AsSpan();
        while (rest.IndexOf(',') is >= 0 and var comma)
        {
            if (double.TryParse(rest[..comma], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                total += value;
            }

            rest = rest[(comma + 1)..];
        }
    }

    return total;
}

//# clean: generic math with a culture, through a static abstract parser
//## share Docs.cs
[Stage]
public float Total(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Select(Parse<float>).Sum();

private static T Parse<T>(string text)
    where T : System.Numerics.INumber<T> => T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

//# fault: dates of a DTO by an implicit culture, in a collection expression with a spread
//## share Docs.cs
[Stage]
public List<Reading> Readings(FileSet docs) => [.. docs.SelectMany(doc => doc.ReadLines()).Select(line => line.Split(';')).Select(Reading.From)];

public sealed record Reading(DateTime At, float Value)
{
    public static Reading From(string[] cells) => new({|MLP4008:DateTime.Parse(cells[0])|}, {|MLP4008:float.Parse(cells[1], NumberStyles.Float)|});
}

//# fault: a ToString of a model in a JSON-like text, by a switch expression
//## share Houses.cs
//## share Trained.cs
[Stage]
public List<string> Cells(PriceModel fit) => [.. new object[] { fit.Slope, "x", 3 }.Select(value => value switch
{
    double number => {|MLP4008:number.ToString("F4")|},
    int number => number.ToString(CultureInfo.InvariantCulture),
    _ => "",
})];

//# fault: amounts with a currency sign, money by decimal.Parse with styles, and a table by AppendLine
//## share Docs.cs
[Stage]
public string Table(FileSet docs)
{
    var table = new System.Text.StringBuilder();
    foreach (var line in docs[0].ReadLines())
    {
        var amount = {|MLP4008:decimal.Parse(line, NumberStyles.Currency)|};
        {|MLP4008:table.AppendLine($"{amount:F2};{amount * 1.19m:F2}")|};
    }

    return table.ToString();
}

//# fault: the text of a date for a key by concatenation
//## share Docs.cs
[Stage]
public List<string> Keys(FileSet docs) =>
    docs.Select((doc, index) => {|MLP4008:doc.Path + "@" + DateTime.UnixEpoch.AddDays(index)|}).ToList();
