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

//# fault: a method group parses a column
//## share Docs.cs
[Stage]
public double Sum(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Select({|MLP4008:double.Parse|}).Sum();

[Stage]
public double Twice(double sum) => sum * 2;

//# fault: a generic number parser
//## share Docs.cs
[Stage]
public double Sum(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Sum(Read<double>);

private static T Read<T>(string text)
    where T : System.Numerics.INumber<T> => {|MLP4008:T.Parse(text, null)|};

[Stage]
public double Twice(double sum) => sum * 2;

//# fault: a CSV line is joined from numbers
//## share Docs.cs
[Stage]
public string Line(FileSet docs) => {|MLP4008:string.Join(';', docs.Select(doc => doc.Length / 3.0))|};

[Stage]
public int Count(string line) => line.Length;

//# fault: a string builder takes a number
//## share Docs.cs
[Stage]
public string Line(FileSet docs)
{
    var text = new System.Text.StringBuilder();
    foreach (var doc in docs)
    {
        {|MLP4008:text.Append(doc.Length / 3.0)|}.Append(';');
    }

    return text.ToString();
}

[Stage]
public int Count(string line) => line.Length;

//# fault: a writer prints a number
//## share Docs.cs
[Stage]
public FileArtifact Line(FileSet docs, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("a.csv")))
    {
        {|MLP4008:writer.WriteLine(docs.Count / 3.0)|};
    }

    return context.GetFile("a.csv");
}

//# clean: a table on the console
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var mean = docs.Average(doc => doc.Length);
    Console.WriteLine($"mean length {mean:F2}");
    Console.Error.WriteLine("mean length {0:F2}", mean);
    return docs.Count;
}

//# clean: a gate's reason is for a person
//## share Docs.cs
[Stage]
public double Mean(FileSet docs) => docs.Average(doc => doc.Length);

[Gate]
public GateResult LongEnough(double mean) => mean > 100 ? GateResult.Pass($"mean {mean:F1}") : GateResult.Refuse($"mean {mean:F1}");

[Stage, When(nameof(LongEnough))]
public double Twice(double mean) => mean * 2;

//# clean: a helper that logs
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Note(context.Logger, $"mean {docs.Average(doc => doc.Length):F2}");
    return docs.Count;
}

private static void Note(ILogger logger, string text) => logger.LogInformation("{Text}", text);

//# clean: invariant everywhere
//## share Docs.cs
[Stage]
public string Line(FileSet docs)
{
    FormattableString text = $"{docs.Average(doc => doc.Length):F2}";
    var other = string.Create(CultureInfo.InvariantCulture, $"{docs.Count / 3.0:R}");
    return text.ToString(CultureInfo.InvariantCulture) + other + FormattableString.Invariant($"{1.5}");
}

[Stage]
public int Count(string line) => line.Length;

//# clean: the message of an exception that a helper makes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var mean = docs.Average(doc => doc.Length);
    return mean > 0 ? docs.Count : throw Broken(mean);
}

private static InvalidDataException Broken(double mean)
{
    var message = $"mean {mean:F2}";
    return new InvalidDataException(message);
}

//# fault: a builder is given an interpolated text
//## share Docs.cs
[Stage]
public string Line(FileSet docs)
{
    var text = new System.Text.StringBuilder();
    foreach (var doc in docs)
    {
        text.AppendLine({|MLP4008:$"{doc.Path};{doc.Length / 3.0:F2}"|});
    }

    return text.ToString();
}

[Stage]
public int Count(string line) => line.Length;

//# clean: a builder of a log message
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var text = new System.Text.StringBuilder();
    foreach (var doc in docs)
    {
        text.Append(doc.Length / 3.0).AppendLine($"{doc.Length / 7.0:F2}");
    }

    context.Logger.LogInformation("{Text}", text.ToString());
    return docs.Count;
}

//# clean: a builder with a culture
//## share Docs.cs
[Stage]
public string Line(FileSet docs)
{
    var text = new System.Text.StringBuilder();
    foreach (var doc in docs)
    {
        text.Append(CultureInfo.InvariantCulture, $"{doc.Path};{doc.Length / 3.0:F2}").AppendLine(doc.Path).Append(doc.Length).Append(';').AppendFormat(CultureInfo.InvariantCulture, "{0:F2}", 1.5);
    }

    return text.ToString();
}

[Stage]
public int Count(string line) => line.Length;

//# clean: dates as they are sorted
//## share Docs.cs
[Parameter]
public DateOnly Day { get; init; } = new(2026, 1, 1);

[Stage]
public string Line(FileSet docs) => $"{Day:O} {docs.Count}";

[Stage]
public int Count(string line) => line.Length;

//# fault: decimals of a CSV by Convert, in query syntax
//## share Docs.cs
[Stage]
public List<double> Prices(FileSet docs) => (from doc in docs from line in doc.ReadLines() let cells = line.Split(';') where cells.Length > 2 select {|MLP4008:Convert.ToDouble(cells[2])|}).ToList();

//# fault: the machine's culture, by a local and by a field
//## share Docs.cs
[Stage]
public double Sum(FileSet docs)
{
    var culture = CultureInfo.CurrentCulture;
    return {|MLP4008:double.Parse(docs[0].Path, culture)|} + {|MLP4008:double.Parse(docs[0].Path, NumberStyles.Float, Cultures.Own)|};
}

//## Cultures.cs
public static class Cultures
{
    public static readonly IFormatProvider Own = CultureInfo.CurrentCulture.NumberFormat;
}

//# fault: a table of the framework's is told the machine's culture
//## share Docs.cs
[Stage]
public int Rows(FileSet docs)
{
    using var table = new System.Data.DataTable { Locale = {|MLP4008:CultureInfo.CurrentCulture|} };
    table.Columns.Add("value", typeof(double));
    table.Rows.Add(docs[0].Path);
    return table.Select("value > 1.5").Length;
}

//# clean: a culture that is told, by a local
//## share Docs.cs
[Stage]
public double Sum(FileSet docs)
{
    var culture = CultureInfo.InvariantCulture;
    return docs.Sum(doc => double.Parse(doc.Path, culture));
}

//# fault: cells are converted by a type that is known at run time, and by a converter
//## share Docs.cs
[Stage]
public string Values(FileSet docs) =>
    string.Concat(Convert.ChangeType(docs[0].Path, typeof(int)), {|MLP4008:Convert.ChangeType(docs[0].Path, typeof(decimal))|}, Cells.To(docs[0].Path, typeof(double)));

//## Cells.cs
public static class Cells
{
    public static object? To(string cell, Type type) => {|MLP4008:System.ComponentModel.TypeDescriptor.GetConverter(type).ConvertFromString(cell)|};
}

//# clean: cells are converted in a culture that is told
//## share Docs.cs
[Stage]
public double Values(FileSet docs) =>
    (double)Convert.ChangeType(docs[0].Path, typeof(double), CultureInfo.InvariantCulture)
    + (double)System.ComponentModel.TypeDescriptor.GetConverter(typeof(double)).ConvertFromInvariantString(docs[0].Path)!;

//# fault: words are made small by the machine's language before they are counted
//## share Docs.cs
[Stage]
public Dictionary<string, int> Words(FileSet docs) => docs.SelectMany(doc => doc.ReadAllText().Split(' ')).GroupBy(word => {|MLP4008:word.Trim().ToLower()|}).ToDictionary(group => group.Key, group => group.Count());

//# fault: letters are made capital one by one
//## share Docs.cs
[Stage]
public string Code(FileSet docs) => string.Concat(docs[0].Path.Select(letter => {|MLP4008:char.ToUpper(letter)|}));

//# clean: letters by no language, and a comparison with what all languages fold alike
//## share Docs.cs
[Stage]
public List<string> Words(FileSet docs) => [.. docs.SelectMany(doc => doc.ReadAllText().Split(' ')).Where(word => word.ToLower() != "the" && word.ToUpper() is not ("A" or "OF")).Select(word => word.ToLowerInvariant())];

//# fault: the first day of a week is that of the machine's culture
[Stage]
public int Days()
{
    var day = new DateOnly(2024, 5, 7);
    return ((int)day.DayOfWeek - (int){|MLP4008:DateTimeFormatInfo.CurrentInfo|}.FirstDayOfWeek + 7) % 7;
}

//# fault: a line is split at the machine's separator
[Stage]
public int Fields() => "1;2".Split({|MLP4008:CultureInfo.CurrentCulture.TextInfo|}.ListSeparator).Length;

//# clean: the calendar of the invariant culture, and ISO's weeks
[Stage]
public int Weeks()
{
    var day = new DateTime(2024, 5, 7, 0, 0, 0, DateTimeKind.Utc);
    var calendar = CultureInfo.InvariantCulture.Calendar;
    return ISOWeek.GetWeekOfYear(day) + calendar.GetWeekOfYear(day, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday);
}

//# clean: the machine's habits are only told
[Stage]
public int Count(StageContext context)
{
    context.Logger.LogInformation("Weeks begin on {Day} here", CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek);
    return 3;
}
