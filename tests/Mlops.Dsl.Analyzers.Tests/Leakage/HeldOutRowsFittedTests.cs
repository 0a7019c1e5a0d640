namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class HeldOutRowsFittedTests
{
    private const string Types = """
        public sealed record Holder(IEnumerable<House> Rows, int Count);

        public sealed class Box
        {
            public IEnumerable<House> Rows { get; set; } = [];

            public void Fill(IEnumerable<House> rows) => Rows = rows;
        }

        public sealed class Captured(IEnumerable<House> rows)
        {
            public IEnumerable<House> Rows => rows.Where(r => r.Area > 0);
        }

        public interface IRows
        {
            IEnumerable<House> Get();
        }

        public abstract class Base : IRows
        {
            protected IEnumerable<House> _rows = [];

            public abstract IEnumerable<House> Get();
        }

        public class Derived : Base
        {
            public Derived(IEnumerable<House> rows) => _rows = rows;

            public override IEnumerable<House> Get() => _rows;
        }

        public sealed class Rented(IEnumerable<House> rows) : IDisposable
        {
            private readonly House[] _rows = rows.ToArray();

            public IEnumerable<House> Rows => _rows;

            public void Dispose() { }
        }

        public static class Extensions
        {
            public static IEnumerable<House> Big(this IEnumerable<House> rows) => rows.Where(r => r.Area > 100);
        }
        """;

    public static TheoryData<string> Hits =>
        new()
        {
            // Directly, joined, copied, filtered.
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Trainer.Fit({|MLP2003:test|});",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Trainer.Fit({|MLP2003:train.Concat(test)|});",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var rows = train.ToList(); rows.AddRange(test); return "
                + "Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Trainer.Fit({|MLP2003:[.. train, .. test]|});",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Trainer.Fit({|MLP2003:from r in test where r.Area > 1 "
                + "select r with { Price = 2 }|});",
            "[Stage] public Line Make(TestSet<House> test) { var copy = new House[test.Count]; test.AsSpan().CopyTo(copy); return "
                + "Trainer.Fit({|MLP2003:copy|}); }",
            "[Stage] public Line Make(TestSet<House> test) { var rows = new List<House>(); foreach (var r in test) { rows.Add(r); } return "
                + "Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) { var rows = new House[1]; rows[0] = test[0]; return "
                + "Trainer.Fit({|MLP2003:rows|}); }",
            // Through lambdas, local functions, closures and delegates.
            "[Stage] public Line Make(TestSet<House> test) { IEnumerable<House> Rows() => test; return Trainer.Fit({|MLP2003:Rows()|}); }",
            "[Stage] public Line Make(TestSet<House> test) { Func<IEnumerable<House>> rows = () => test; return "
                + "Trainer.Fit({|MLP2003:rows()|}); }",
            "[Stage] public Line Make(TestSet<House> test) { Func<IEnumerable<House>, Line> fit = r => Trainer.Fit({|MLP2003:r|}); return "
                + "fit(test); }",
            "[Stage] public Line Make(TestSet<House> test) { Func<IEnumerable<House>, Line> fit = Trainer.Fit; return "
                + "fit({|MLP2003:test|}); }",
            "[Stage] public Line Make(TestSet<House> test) { var rows = new List<House>(); Action<House> add = r => rows.Add(r); foreach "
                + "(var r in test) { add(r); } return Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) { List<House> rows = []; test.ToList().ForEach(r => rows.Add(r)); return "
                + "Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line[] Make(TestSet<House> test) => new[] { 1, 2 }.Select(i => "
                + "Trainer.Fit({|MLP2003:test.Take(i)|})).ToArray();",
            "[Stage] public Line[] Make(TestSet<House> test) => {|MLP2003:new[] { test }.Select(Trainer.Fit)|}.ToArray();",
            // Through tuples, patterns, out parameters, casts, fields and records.
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var both = (train, test); return "
                + "Trainer.Fit({|MLP2003:both.test|}); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var (a, b) = (train, test); return "
                + "Trainer.Fit({|MLP2003:b|}); }",
            "[Stage] public Line Make(TestSet<House> test) { object rows = test; return rows is IEnumerable<House> all ? "
                + "Trainer.Fit({|MLP2003:all|}) : new Line(0, 0); }",
            "[Stage] public Line Make(TestSet<House> test) { object rows = test; return rows switch { IReadOnlyList<House> { Count: > 1 } "
                + "all => Trainer.Fit({|MLP2003:all|}), _ => new Line(0, 0) }; }",
            "[Stage] public Line Make(TestSet<House> test) { Take(test, out var rows); return Trainer.Fit({|MLP2003:rows|}); } private "
                + "static void Take(IEnumerable<House> from, out House[] to) => to = from.ToArray();",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:(IEnumerable<House>)(object)test|});",
            "[Stage] public Line Make(TestSet<House> test) { var both = new { Rows = test, N = 1 }; return "
                + "Trainer.Fit({|MLP2003:both.Rows|}); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test, CancellationToken token) => "
                + "Trainer.Fit({|MLP2003:train.Count > 3 ? train : test|});",
            // Through types of the user's: records, classes, base classes, interfaces, generics, properties, extension methods and mutated
            // objects.
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:new Holder(test, 1).Rows|});",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:(new Holder([], 1) with { Rows = test }).Rows|});",
            "[Stage] public Line Make(TestSet<House> test) => new Holder(test, 1) is { Rows: var rows } ? Trainer.Fit({|MLP2003:rows|}) : "
                + "new Line(0, 0);",
            "[Stage] public Line Make(TestSet<House> test) { var (rows, _) = new Holder(test, 1); return Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) { var box = new Box(); box.Fill(test); return "
                + "Trainer.Fit({|MLP2003:box.Rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) { var box = new Box { Rows = test }; return "
                + "Trainer.Fit({|MLP2003:box.Rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) { Fill(out var box, test); return Trainer.Fit({|MLP2003:box.Rows|}); } private "
                + "static void Fill(out Box box, IEnumerable<House> rows) { box = new Box(); box.Fill(rows); }",
            "[Stage] public Line Make(TestSet<House> test) { var box = new Box(); Fill(box, test); return "
                + "Trainer.Fit({|MLP2003:box.Rows|}); } private static void Fill(Box box, IEnumerable<House> rows) => box.Rows = rows;",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:new Captured(test).Rows|});",
            "[Stage] public Line Make(TestSet<House> test) { IRows rows = new Derived(test); return Trainer.Fit({|MLP2003:rows.Get()|}); }",
            "[Stage] public Line Make(TestSet<House> test) { Base rows = new Derived(test); return Trainer.Fit({|MLP2003:rows.Get()|}); }",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:Same(test)|}); private static T Same<T>(T value) "
                + "=> value;",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:test.Big()|});",
            "[Stage] public Line Make(TestSet<House> test) => Deep(test, 3); private static Line Deep(IEnumerable<House> rows, int n) => n "
                + "== 0 ? Trainer.Fit({|MLP2003:rows|}) : Deep(rows.Skip(1), n - 1);",
            "[Stage] public Line Make(TestSet<House> test) { try { return new Line(1, 1); } finally { Trainer.Fit({|MLP2003:test|}); } }",
            "[Stage] public Line Make(TestSet<House> test) { IEnumerable<House> rows = []; try { rows = test; throw new "
                + "InvalidOperationException(); } catch (InvalidOperationException) { return Trainer.Fit({|MLP2003:rows|}); } }",
            "[Stage] public Line Make(TestSet<House> test) { using var list = new Rented(test); return "
                + "Trainer.Fit({|MLP2003:list.Rows|}); }",
            // Through tasks, iterators and async streams.
            "[Stage] public async Task<Line> Make(TestSet<House> test) { var rows = await Task.Run(() => test.ToArray()); return "
                + "Trainer.Fit({|MLP2003:rows|}); }",
            "[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:Each(test)|}); private static IEnumerable<House> "
                + "Each(IEnumerable<House> rows) { foreach (var r in rows) { yield return r; } }",
            "[Stage] public async Task<Line> Make(TestSet<House> test) { List<House> rows = []; await foreach (var r in Each(test)) { "
                + "rows.Add(r); } return Trainer.Fit({|MLP2003:rows|}); } private static async IAsyncEnumerable<House> "
                + "Each(IEnumerable<House> rows) { foreach (var r in rows) { await Task.Yield(); yield return r; } }",
            // Statistics of the test rows are of the test rows.
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var mean = test.Average(r => r.Area); return "
                + "Trainer.Fit({|MLP2003:train.Select(r => r with { Area = r.Area - mean })|}); }",
            // In the graph.
            "[Stage] public Line FitLine(TrainSet<House> train, TestSet<House> {|MLP2003:test|}) => new(train.Average(r => r.Area), "
                + "test.Average(r => r.Price));",
            "[Stage] public House[] Join(TrainSet<House> train, TestSet<House> test) => [.. train, .. test]; [Stage] public Line "
                + "FitLine(House[] {|MLP2003:join|}) => new(join.Average(r => r.Area), 1);",
            "[Stage] public House[] Join(TrainSet<House> train, TestSet<House> test) => [.. train, .. test]; [Stage] public Line "
                + "FitLine(House[] join) => Trainer.Fit({|MLP2003:join|});",
        };

    public static TheoryData<string> Misses =>
        new()
        {
            "[Stage] public Line Make(TrainSet<House> train) => Trainer.Fit(train);",
            "[Stage] public (Line Line, double Error) FitAndMeasure(TrainSet<House> train, TestSet<House> test) { var line = "
                + "Trainer.Fit(train); return (line, Trainer.Error(line, test)); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { IEnumerable<House> rows = test; "
                + "Console.WriteLine(rows.Count()); rows = train; return Trainer.Fit(rows); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var (a, b) = (train, test); return Trainer.Fit(a); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var both = (train, test); return "
                + "Trainer.Fit(both.train); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var (a, b) = (new Holder(train, 1), new Holder(test, "
                + "1)); return Trainer.Fit(a.Rows); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var box = new Box { Rows = test }; box.Rows = train; "
                + "return Trainer.Fit(box.Rows); }",
            "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Trainer.Fit(train.Where(r => r.Area < test.Count));",
            "[Stage] public double Measure(TrainSet<House> train, TestSet<House> test) => Trainer.Error(Trainer.Fit(train), test);",
            "[Stage] public int TrainTestSplitCount(TrainSet<House> train, TestSet<House> test) => train.Count + test.Count;",
            "[Stage] public Line FitLine(TrainSet<House> train) => Trainer.Fit(train); [Stage] public double Error(Line line, "
                + "TestSet<House> test) => Trainer.Error(line, test);",
            "[Stage] public Line FitLine(TrainSet<House> train, [From(nameof(Test1))] string note) => Trainer.Fit(train); [Stage] public "
                + "string Test1() => nameof(TestSet<House>);",
        };

    [Theory]
    [MemberData(nameof(Hits))]
    public async Task Held_out_rows_that_reach_fitting_are_reported(string members) => await LeakageTest.VerifyStagesAsync(members, Types);

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task Fitting_to_the_training_set_is_not_reported(string members) => await LeakageTest.VerifyStagesAsync(members, Types);
}
