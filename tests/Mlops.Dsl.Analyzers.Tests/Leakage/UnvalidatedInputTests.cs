namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class UnvalidatedInputTests
{
    private const string Types = """
        public sealed record Parsed(List<House> Rows, int Skipped);

        public sealed record Vocabulary(string[] Words);

        public abstract class Reader<T>
        {
            public IEnumerable<T> Read(FileArtifact file) => file.ReadLines().Select(Parse);

            protected abstract T Parse(string line);
        }

        public sealed class HouseReader : Reader<House>
        {
            protected override House Parse(string line) => new(double.Parse(line), "", 1);
        }
        """;

    public static TheoryData<string> Hits =>
        new()
        {
            // Into a call that fits or evaluates.
            "[Stage] public Line Make(Raw<House> parse) => Trainer.Fit({|MLP2001:parse|});",
            "[Stage] public Line Make(Raw<House> parse) => Trainer.Fit({|MLP2001:parse.Where(r => r.Area > 0).ToList()|});",
            "[Stage] public Line Make(Raw<House> parse) { var rows = (IReadOnlyList<House>)(object)parse; return "
                + "Trainer.Fit({|MLP2001:rows|}); }",
            "[Stage] public Line Make(Raw<House> parse) { var models = from r in parse group r by r.City into g select "
                + "Trainer.Fit({|MLP2001:g|}); return models.First(); }",
            "[Stage] public async Task<Line> Make(Raw<House> parse) => await Task.Run(() => Trainer.Fit({|MLP2001:parse|}));",
            "[Stage] public Line Make(FileArtifact houses) => Trainer.Fit({|MLP2001:new HouseReader().Read(houses)|});",
            "[Stage] public Line Make(FileArtifact houses) { if (!TryRead(houses, out var rows)) { throw new InvalidDataException(); } "
                + "return Trainer.Fit({|MLP2001:rows|}); } private static bool TryRead(FileArtifact file, out List<House> rows) { rows = "
                + "[.. new HouseReader().Read(file)]; return rows.Count > 0; }",
            "[Stage] public Line Make(TrainSet<House> train, Raw<House> parse) => Trainer.Fit({|MLP2001:train.Concat(parse)|});",
            "[Stage] public Line Make(Validated<House> check) => Trainer.Fit({|MLP2001:check.Concat(check.Report.Rejects.Select(r => "
                + "r.Row))|});",
            "[Stage] public Line Make(Validated<House> check) => Trainer.Fit({|MLP2001:new Raw<House>(check.Select(r => r with { Area = 1 "
                + "/ r.Area }))|});",
            "[Stage] public Line[] Make(Raw<House> parse) => [.. parse.Folds(5, 1).Select(fold => Trainer.Fit({|MLP2001:fold.Train|}))];",
            "[Stage] public double Measure(Line make, Raw<House> parse) => Evaluate(make, {|MLP2001:parse|}); private static double "
                + "Evaluate(Line line, IEnumerable<House> rows) => Trainer.Error(line, rows); [Stage] public Line Make(TrainSet<House> "
                + "train) => Trainer.Fit(train);",
            "[Stage] public Line Make(Raw<House> parse) { var parsed = new Parsed(parse.ToList(), 0); return "
                + "Trainer.Fit({|MLP2001:parsed.Rows|}); }",
            "[Stage] public Line Make(Raw<House> parse, StageContext context) { List<House> rows = []; foreach (var row in parse) { if "
                + "(context.Random.NextDouble() < 0.5) { rows.Add(row); } } return Trainer.Fit({|MLP2001:rows|}); }",
            // Into a stage that fits or evaluates, as its name says.
            "[Stage] public Line FitLine(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1);",
            "[Stage] public House[] Unwrap(Raw<House> parse) => [.. parse]; [Stage] public Line FitLine(House[] {|MLP2001:unwrap|}) => "
                + "new(unwrap.Average(r => r.Area), 1);",
            "[Stage] public partial House[] Unwrap(Raw<House> parse); public partial House[] Unwrap(Raw<House> parse) => [.. parse]; "
                + "[Stage] public Line FitLine(House[] {|MLP2001:unwrap|}) => new(unwrap.Average(r => r.Area), 1);",
            "[Stage] public Line FitLine(TrainSet<House> train, FileArtifact {|MLP2001:houses|}) => new(train.Average(r => r.Area), "
                + "houses.ReadAllText().Length);",
            "[Source] public double[] Weights() => [1]; [Stage] public Line FitLine(TrainSet<House> train, double[] {|MLP2001:weights|}) "
                + "=> new(train.Average(r => r.Area), weights[0]);",
            "[Stage] public double Evaluate(Raw<House> {|MLP2001:parse|}) => parse.Average(r => r.Area);",
            // Into a publication, or a gate about a model, by way of other stages.
            "[Stage] public Line Make(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1); [Publish(\"line\")] public Line "
                + "Release(Line make) => make;",
            "[Stage] public Line Make(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1); [Stage] public Line Round(Line "
                + "make) => make with { Offset = 0 }; [Publish(\"line\")] public Line Release(Line round) => round;",
            "[Publish(\"rows\")] public Raw<House> Release(Raw<House> {|MLP2001:parse|}) => parse;",
            "[Publish(\"rows\")] public FileArtifact Release(FileArtifact {|MLP2001:houses|}) => houses;",
            "[Stage] public (Line Line, string Note) Make(Raw<House> {|MLP2001:parse|}) { var line = new Line(parse[0].Area, 1); return "
                + "(line, \"\"); } [Publish(\"line\")] public Line Release([From(\"line\")] Line line) => line;",
            "[Stage] public Line Make(TrainSet<House> train) => Trainer.Fit(train); [Stage] public double Measure(Line make, Raw<House> "
                + "{|MLP2001:parse|}) => Trainer.Error(make, parse); [Gate] public GateResult Good(double measure) => "
                + "GateResult.AtMost(measure, 1.0);",
            "[Stage] public Parsed Collect(FileArtifact houses) => new([.. new HouseReader().Read(houses)], 0); [Stage] public Line "
                + "FitLine(Parsed collect) => Trainer.Fit({|MLP2001:collect.Rows|});",
            "[Stage, ForEach(nameof(Parse))] public double Each(House row) => row.Area; [Stage] public Line FitLine(IReadOnlyList<double> "
                + "{|MLP2001:each|}) => new(each.Average(), 1);",
        };

    public static TheoryData<string> Misses =>
        new()
        {
            "[Stage] public Line FitLine(TrainSet<House> train) => Trainer.Fit(train); [Publish(\"line\")] public Line Release(Line "
                + "fitLine) => fitLine;",
            "[Stage] public Line Make(Raw<House> parse) => Trainer.Fit(parse.Validate());",
            "[Stage] public Line Make(FileArtifact houses) => Trainer.Fit(new Raw<House>(new "
                + "HouseReader().Read(houses)).Validate(0.1).Where(r => r.Area > 1));",
            "[Stage] public Validated<House> Scale(Validated<House> check) => new Raw<House>(check.Select(r => r with { Area = r.Area / "
                + "100 })).Validate(); [Stage] public Line FitLine(Validated<House> scale) => Trainer.Fit(scale);",
            "[Stage] public Line Make(Raw<House> parse) { IEnumerable<House> rows = parse; rows = parse.Validate(); return "
                + "Trainer.Fit(rows); }",
            "[Stage] public Line Make(Raw<House> parse) => Trainer.Fit(Checked(parse)); private static IEnumerable<House> "
                + "Checked(Raw<House> rows) { foreach (var row in rows.Validate()) { yield return row; } }",
            "[Gate] public GateResult Enough(Raw<House> parse) => GateResult.AtLeast(parse.Count, 100);",
            "[Stage] public string Profile(Raw<House> parse) => $\"{parse.Count} rows of {parse.Average(r => r.Area)}\";",
            "[Stage] public Line FitLine(TrainSet<House> train, Validated<House> check) => new(train.Average(r => r.Area), "
                + "check.Report.InvalidShare);",
            "[Stage] public Vocabulary Words(FileArtifact houses) => Known(houses); [Validator] private static Vocabulary "
                + "Known(FileArtifact file) => file.Length < 1000 ? new(file.ReadAllText().Split()) : throw new InvalidDataException(); "
                + "[Stage] public Line FitLine(TrainSet<House> train, Vocabulary words) => new(train.Count, words.Words.Length);",
            "[Stage] public FileArtifact Write(TrainSet<House> train, StageContext context) { using (var file = context.CreateFile(\"a\")) "
                + "{ file.WriteByte((byte)train.Count); } return context.GetFile(\"a\"); } [Publish(\"a\")] public FileArtifact "
                + "Release([From(nameof(Write))] FileArtifact file) => file;",
            "[Stage] public void Log(Raw<House> parse, TrainSet<House> train, StageContext context) { context.LogMetric(\"raw\", "
                + "parse.Count); Trainer.Fit(train); }",
        };

    [Theory]
    [MemberData(nameof(Hits))]
    public async Task Input_that_nothing_validated_is_reported_where_it_is_used(string members) =>
        await LeakageTest.VerifyStagesAsync(members, Types);

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task Validated_input_and_harmless_uses_are_not_reported(string members) =>
        await LeakageTest.VerifyStagesAsync(members, Types);

    [Fact]
    public async Task The_message_tells_the_way()
    {
        var messages = await LeakageTest.VerifyStagesAsync(
            "[Stage] public Line FitLine(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1);"
        );
        Assert.Equal(
            "'Parse' reaches the training 'FitLine' (Houses → Parse → FitLine) without having passed validation; take it through "
                + "Validate(), or through a method marked [Validator] if it is no rows",
            Assert.Single(messages)
        );
    }
}
