//# fault: a deconstruction hands the label into the numbers to learn from
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Fit({|MLP2005:[.. train.Select(Codes.Encode)]|}, [.. train.Select(house => house.Price)]);

[Stage]
public double Error(Linear fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Score({|MLP2005:Codes.Encode(house)|}) - house.Price));

//## Linear.cs
public sealed record Linear(double[] Weights)
{
    public double Score(double[] x) => x.Zip(Weights, (a, b) => a * b).Sum();

    public static Linear Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => new([.. x[0].Select((_, i) => y.Average() / x.Average(v => v[i]))]);
}

public static class Codes
{
    public static double[] Encode(House house)
    {
        var (_, area, rooms, price) = house;
        return [area, rooms, price / 1000];
    }
}

//# fault: a constant is put into the numbers where the label is such
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Fit({|MLP2005:[.. train.Select(Codes.Encode)]|}, [.. train.Select(house => house.Price)]);

[Stage]
public double Error(Linear fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Score(Codes.Encode(house)) - house.Price));

//## Linear.cs
public sealed record Linear(double[] Weights)
{
    public double Score(double[] x) => x.Zip(Weights, (a, b) => a * b).Sum();

    public static Linear Fit(double[][] x, double[] y) => new([.. x[0].Select((_, i) => y.Average() / x.Average(v => v[i]))]);
}

public static class Codes
{
    public static double[] Encode(House house)
    {
        var x = new double[3];
        x[0] = house.Area;
        x[1] = house.Rooms;
        if ({|MLP2005:house.Price|} > 500_000)
        {
            x[2] = 1;
        }

        return x;
    }
}

//# clean: the numbers are without the label, and labels are looked up
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Fit([.. train.Select(Codes.Encode)], [.. train.Select(house => house.Price)]);

[Stage]
public double Error(Linear fit, TestSet<House> test) =>
    test.Average(house => Math.Abs(fit.Score(Codes.Encode(house)) - house.Price)) + fit.Loss([.. test.Select(Codes.Encode)], [.. test.Select(house => house.Price)]);

//## Linear.cs
public sealed record Linear(double[] Weights)
{
    public double Score(double[] x) => x.Zip(Weights, (a, b) => a * b).Sum();

    public double Loss(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => x.Zip(y, (row, truth) => Math.Abs(Score(row) - truth)).Sum();

    public static Linear Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => new([.. x[0].Select((_, i) => y.Average() / x.Average(v => v[i]))]);
}

public static class Codes
{
    public static double[] Encode(House house)
    {
        var (_, area, rooms, _) = house;
        if (house.Price < 0)
        {
            throw new ArgumentException("no price", nameof(house));
        }

        return [area, rooms];
    }
}

//# fault: all columns of a type make the vector
//## share Houses.cs
[Stage]
public double[] Fit(TrainSet<House> train)
{
    var weights = new double[3];
    foreach (var house in train)
    {
        var x = Vector.Of(house);
        for (var i = 0; i < x.Length; i++)
        {
            weights[i] += x[i] * house.Price;
        }
    }

    return weights;
}

[Stage]
public double Error(double[] fit, TestSet<House> test) => test.Average(house => Math.Abs(Vector.Of(house).Zip(fit, (a, b) => a * b).Sum() - house.Price));

//## Vector.cs
public static class Vector
{
    private static readonly RowColumn<House, double>[] Numbers = [.. House.Schema.Columns.OfType<RowColumn<House, double>>()];

    public static double[] Of(House house) => {|MLP2005:Array.ConvertAll(Numbers, column => column.Get(house))|};
}

//# fault: the text of a whole row is asked about
//## share Mails.cs
[Stage]
public WordModel Fit(TrainSet<Mail> train) => new(train.GroupBy(mail => mail.Topic).ToDictionary(g => g.Key, g => g.SelectMany(mail => Tokens.Of(mail)).Distinct().ToList()));

[Stage]
public double Accuracy(WordModel fit, TestSet<Mail> test) => test.Average(mail => fit.Predict({|MLP2005:Tokens.Of(mail)|}) == mail.Topic ? 1.0 : 0.0);

//## Tokens.cs
public static class Tokens
{
    public static string[] Of<T>(T document) => System.Text.Json.JsonSerializer.Serialize(document).Split(' ');
}

//# fault: a builder appends the label to the text that a model is asked with
//## share Mails.cs
[Stage]
public WordModel Fit(TrainSet<Mail> train) => new(train.GroupBy(mail => mail.Topic).ToDictionary(g => g.Key, g => g.SelectMany(mail => Texts.Render(mail).Split(' ')).Distinct().ToList()));

[Stage]
public double Accuracy(WordModel fit, TestSet<Mail> test) => test.Average(mail => fit.Classify(Texts.Render(mail)) == mail.Topic ? 1.0 : 0.0);

//## Texts.cs
public static class Texts
{
    public static string Render(Mail mail)
    {
        var text = new System.Text.StringBuilder();
        text.Append(mail.Subject.ToLowerInvariant()).Append(' ');
        text.Append({|MLP2005:mail.Topic|}.ToLowerInvariant());
        return text.ToString();
    }
}

//# fault: a record's own text is asked about
//## share Mails.cs
[Stage]
public WordModel Fit(TrainSet<Mail> train) => new(train.GroupBy(mail => mail.Topic).ToDictionary(g => g.Key, g => g.SelectMany(mail => $"{mail}".Split(' ')).Distinct().ToList()));

[Stage]
public double Accuracy(WordModel fit, TestSet<Mail> test) => test.Average(mail => fit.Classify({|MLP2005:mail.ToString()|}) == mail.Topic ? 1.0 : 0.0);

//# clean: the text is without the label, what a model knows of a label is looked up, and misjudged rows are shown
//## share Mails.cs
[Stage]
public WordModel Fit(TrainSet<Mail> train) => new(train.GroupBy(mail => mail.Topic).ToDictionary(g => g.Key, g => g.SelectMany(mail => mail.Subject.Split(' ')).Distinct().ToList()));

[Stage]
public (double Accuracy, string Misjudged) Judge(WordModel fit, TestSet<Mail> test)
{
    var wrong = test.Where(mail => fit.Classify(Texts.Subject(mail)) != mail.Topic && fit.Knows(mail.Topic)).ToList();
    return (1 - (wrong.Count / (double)test.Count), System.Text.Json.JsonSerializer.Serialize(wrong));
}

[Gate]
public GateResult Good(double accuracy) => GateResult.AtLeast(accuracy, 0.8);

[Publish("misjudged"), When(nameof(Good))]
public string Shown(string misjudged) => misjudged;

//## Texts.cs
public static class Texts
{
    public static string Subject(Mail mail) => mail.Subject.ToLowerInvariant();
}

//# fault: the distance to what has to be predicted counts the label
//## share Houses.cs
[Stage]
public Neighbours Fit(TrainSet<House> train) => new(train.ToList());

[Stage]
public double Error(Neighbours fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//## Neighbours.cs
public sealed record Neighbours(IReadOnlyList<House> Known)
{
    private static readonly (Func<House, double> Get, double Weight)[] Coordinates = [(house => house.Area, 1), (house => {|MLP2005:house.Price|}, 0.1)];

    public double Predict(House house) => Known.OrderBy(known => Between(known, house)).Take(5).Average(known => known.Price);

    private static double Between(House left, House right) => Coordinates.Sum(c => c.Weight * Math.Abs(c.Get(left) - c.Get(right)));
}

//# clean: the distance counts features alone
//## share Houses.cs
[Stage]
public Neighbours Fit(TrainSet<House> train) => new(train.ToList());

[Stage]
public double Error(Neighbours fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//## Neighbours.cs
public sealed record Neighbours(IReadOnlyList<House> Known)
{
    private static readonly (Func<House, double> Get, double Weight)[] Coordinates = [(house => house.Area, 1), (house => house.Rooms, 0.1)];

    public double Predict(House house) => Known.Where(known => known.Price > 0).OrderBy(known => Between(known, house)).Take(5).Average(known => known.Price);

    private static double Between(House left, House right) => Coordinates.Sum(c => c.Weight * Math.Abs(c.Get(left) - c.Get(right)));
}
