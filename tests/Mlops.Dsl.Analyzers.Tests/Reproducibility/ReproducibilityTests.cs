using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Reproducibility;

/// <summary>The rules about what makes two runs differ, in a stage's own body: what is reported, and what only looks like it.</summary>
public class ReproducibilityTests
{
    private static RuleGroupTest Rules { get; } = new(4);

    [Theory]
    [InlineData("DateTime Now() => {|MLP4001:DateTime.Now|};")]
    [InlineData("long Ticks() => {|MLP4001:Environment.TickCount64|};")]
    [InlineData("string Day() { var now = {|MLP4001:DateTimeOffset.UtcNow|}; return now.Day == 1 ? \"first\" : \"other\"; }")]
    [InlineData("DateTime Later() => {|MLP4001:TimeProvider.System|}.GetUtcNow().UtcDateTime;")]
    [InlineData("string Key() => {|MLP4002:Guid.NewGuid()|}.ToString();")]
    [InlineData("int Draw() => {|MLP4003:new Random()|}.Next();")]
    [InlineData("int Draw() { Random random = {|MLP4003:new()|}; return random.Next(); }")]
    [InlineData("int[] Draw() => [.. Enumerable.Range(0, 9).OrderBy(_ => {|MLP4003:Random.Shared|}.Next())];")]
    [InlineData("int Draw() => {|MLP4003:System.Security.Cryptography.RandomNumberGenerator.GetInt32(5)|};")]
    [InlineData("int Bucket() => {|MLP4004:\"word\".GetHashCode()|} % 8;")]
    [InlineData("int Bucket() => {|MLP4004:HashCode.Combine(1, 2)|};")]
    [InlineData("int Bucket() { object x = 1; return {|MLP4004:x.GetHashCode()|}; }")]
    [InlineData("string[] Files() => {|MLP4005:Directory.GetFiles(\"x\")|};")]
    [InlineData("string First() { foreach (var file in {|MLP4005:Directory.EnumerateFiles(\"x\")|}) { return file; } return \"\"; }")]
    [InlineData(
        "string[] All() { var bag = new System.Collections.Concurrent.ConcurrentBag<string>(); return bag.ToArray().Length > 0 ? "
            + "{|MLP4006:bag.Where(b => b != \"\").ToArray()|} : []; }"
    )]
    [InlineData(
        "string[] Own() { var bag = new System.Collections.Concurrent.ConcurrentBag<string>(); return {|MLP4006:bag.ToArray()|}; }"
    )]
    [InlineData(
        "List<int> All() { var list = new List<int>(); var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(); "
            + "foreach (var pair in {|MLP4006:counts|}) { list.Add(pair.Value); } return list; }"
    )]
    [InlineData("int[] All() => {|MLP4006:new[] { 1, 2 }.AsParallel().Select(x => x + 1).ToArray()|};")]
    [InlineData("double Sum() => {|MLP4007:new[] { 0.1 }.AsParallel().Sum()|};")]
    [InlineData("double Sum() { var total = 0.0; Parallel.For(0, 9, i => {|MLP4007:total += i|}); return total; }")]
    [InlineData("double Read() => {|MLP4008:double.Parse(\"1\")|};")]
    [InlineData("string Write() => {|MLP4008:(1.5).ToString()|};")]
    [InlineData("string Write() => {|MLP4008:(1.5).ToString(\"F2\")|};")]
    [InlineData("double[] Read() => [.. new[] { \"1\" }.Select({|MLP4008:double.Parse|})];")]
    [InlineData("string Write() => {|MLP4008:1.5.ToString(System.Globalization.CultureInfo.CurrentCulture)|};")]
    [InlineData("string Write() => \"a\" + {|MLP4009:Environment.NewLine|};")]
    [InlineData("string Write(double x) => {|MLP4008:$\"x={x}\"|}; [Stage] public double X() => 1;")]
    [InlineData("string Write(double x) => {|MLP4008:string.Format(\"{0}\", x)|}; [Stage] public double X() => 1;")]
    [InlineData("int Parts() => {|MLP4009:Environment.ProcessorCount|};")]
    [InlineData("string Host() => {|MLP4009:Environment.MachineName|};")]
    [InlineData("int Count() { {|MLP4010:State.Count|}++; return 1; } private static class State { public static int Count; }")]
    [InlineData(
        "int Count() { Interlocked.Increment(ref {|MLP4010:State.Count|}); return 1; } private static class State { public static int "
            + "Count; }"
    )]
    [InlineData("int Hour() => {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|}.Hour;")]
    [InlineData(
        "bool Make(string name) => {|MLP4012:Activator.CreateInstance({|MLP4012:Type.GetType(name)|}!)|} is null; [Stage] public string "
            + "Name() => \"x\";"
    )]
    [InlineData("int Call(string name) { dynamic text = name; return {|MLP4012:text.Length|}; } [Stage] public string Name() => \"x\";")]
    [InlineData("int Fit() { {|MLP4013:Task.Run(() => 1)|}; return 1; }")]
    [InlineData("int Fit() { _ = {|MLP4013:Task.Run(() => 1)|}; return 1; }")]
    [InlineData("int Fit() { new List<int>().ForEach({|MLP4013:async x => await Task.Delay(x)|}); return 1; }")]
    [InlineData("int Fit(CancellationToken {|MLP4014:token|}) { for (var i = 0; i < 9; i++) { while (i < 3) { i++; } } return 1; }")]
    [InlineData("async Task<int> Fit(CancellationToken {|MLP4014:token|}) { await Task.Delay(1); return 1; }")]
    [InlineData("string[] Sorted() => {|MLP4015:new[] { \"b\", \"a\" }.Order()|}.ToArray();")]
    [InlineData("int Sorted() => {|MLP4015:new SortedDictionary<string, int>()|}.Count;")]
    [InlineData(
        "int Rounds() { var watch = System.Diagnostics.Stopwatch.StartNew(); var rounds = 0; while (rounds < 9 && "
            + "{|MLP4001:watch.ElapsedMilliseconds|} < 5) { rounds++; } return rounds; }"
    )]
    [InlineData(
        "int Rounds() { var watch = System.Diagnostics.Stopwatch.StartNew(); for (var rounds = 0; ; rounds++) { if "
            + "({|MLP4001:watch.Elapsed|} > TimeSpan.FromSeconds(1)) { return rounds; } } }"
    )]
    [InlineData("string Name() => Path.ChangeExtension({|MLP4002:Path.GetRandomFileName()|}, \".txt\");")]
    [InlineData(
        "Dictionary<string, int> Labels() { var labels = new Dictionary<string, int>(); foreach (var folder in "
            + "{|MLP4005:Directory.GetDirectories(\"x\")|}) { labels[folder] = labels.Count; } return labels; }"
    )]
    [InlineData(
        "Dictionary<int, int> Index() { var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); var (index, next) = (new "
            + "Dictionary<int, int>(), 0); foreach (var x in {|MLP4006:bag|}) { index.Add(x, next++); } return index; }"
    )]
    [InlineData(
        "double[] Sums() { var sums = new double[2]; Parallel.For(0, 9, i => { for (var j = 0; j < 2; j++) { {|MLP4007:sums[j] += i|}; } "
            + "}); return sums; }"
    )]
    [InlineData(
        "double Sum() { var total = 0.0; Parallel.For(0, 9, i => { var old = total; {|MLP4007:Interlocked.CompareExchange(ref total, old + "
            + "i, old)|}; }); return total; }"
    )]
    [InlineData("int Call() { dynamic one = 1; return {|MLP4012:one + 1|}; }")]
    [InlineData("int Fit() { _ = DateTime.UnixEpoch.Day > 1 ? {|MLP4013:Task.Run(() => 1)|} : Task.CompletedTask; return 1; }")]
    [InlineData("int Fit(StringWriter? writer = null) { writer?{|MLP4013:.FlushAsync()|}; return 1; }")]
    [InlineData("string First() => {|MLP4015:new[] { \"b\", \"a\" }.MinBy(text => text)|}!;")]
    [InlineData("string Write(double x) => {|MLP4008:\"x=\" + x|} + \";\"; [Stage] public double X() => 1;")]
    [InlineData(
        "string Write(DateTime x) { var text = \"\"; {|MLP4008:text += x|}; return text; } [Stage] public DateTime X() => default;"
    )]
    public Task A_fault_is_reported(string stage) => Rules.VerifyMembersAsync("[Stage]\npublic " + stage);

    [Theory]
    [InlineData(
        "int Log(StageContext context) { var start = DateTime.UtcNow; "
            + "Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(context.Logger, \"took {Time}\", DateTime.UtcNow - start); "
            + "return 1; }"
    )]
    [InlineData(
        "int Metric(StageContext context) { var start = Environment.TickCount64; context.LogMetric(\"ms\", Environment.TickCount64 - "
            + "start); return 1; }"
    )]
    [InlineData("int Fail() => throw new InvalidOperationException($\"at {DateTime.Now:o} {1.5}\");")]
    [InlineData("int Watch() { var watch = System.Diagnostics.Stopwatch.StartNew(); return 1; }")]
    [InlineData("DateTime Given() => new(2026, 1, 1);")]
    [InlineData(
        "int Temp(StageContext context) { var path = Path.Combine(context.TemporaryDirectory, Guid.NewGuid() + \".tmp\"); return 1; }"
    )]
    [InlineData("int Draw() => new Random(42).Next();")]
    [InlineData("int Draw(StageContext context) => context.Random.Next();")]
    [InlineData("int Bucket() => 7.GetHashCode() + DayOfWeek.Monday.GetHashCode();")]
    [InlineData("string[] Files() => [.. Directory.EnumerateFiles(\"x\").Order(StringComparer.Ordinal)];")]
    [InlineData("string[] Files() { var files = Directory.GetFiles(\"x\"); Array.Sort(files, StringComparer.Ordinal); return files; }")]
    [InlineData("int Files() => Directory.GetFiles(\"x\").Length;")]
    [InlineData(
        "string[] All() { var bag = new System.Collections.Concurrent.ConcurrentBag<string>(); return "
            + "bag.Order(StringComparer.Ordinal).ToArray(); }"
    )]
    [InlineData("List<string> All() { var set = new HashSet<string>(); return set.ToList(); }")]
    [InlineData("int[] All() => new[] { 1, 2 }.AsParallel().AsOrdered().Select(x => x + 1).ToArray();")]
    [InlineData("int Sum() => new[] { 1 }.AsParallel().Sum();")]
    [InlineData(
        "double Sum() { var parts = new double[9]; Parallel.For(0, 9, i => { var own = 0.0; own += i; parts[i] = own; }); return "
            + "parts.Sum(); }"
    )]
    [InlineData("double Read() => double.Parse(\"1\", System.Globalization.CultureInfo.InvariantCulture);")]
    [InlineData("int Read() => int.Parse(\"1\");")]
    [InlineData(
        "string Write(double x) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"x={x}\"); [Stage] public double "
            + "X() => 1;"
    )]
    [InlineData("string Write(double x) => FormattableString.Invariant($\"x={x}\"); [Stage] public double X() => 1;")]
    [InlineData("string Write(int x) => $\"x={x}\"; [Stage] public int X() => 1;")]
    [InlineData("string Write() => DateTime.UnixEpoch.ToString(\"o\");")]
    [InlineData(
        "int Work() { Parallel.For(0, 9, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => { }); "
            + "return 1; }"
    )]
    [InlineData("int Memo() => (Kept.Table ??= [1, 2]).Length; private static class Kept { public static int[]? Table; }")]
    [InlineData("bool Make() => Activator.CreateInstance(typeof(List<int>)) is null;")]
    [InlineData("async Task<int> Fit() { await Task.Run(() => 1); return 1; }")]
    [InlineData("int Fit(CancellationToken token) { for (var i = 0; i < 9; i++) { token.ThrowIfCancellationRequested(); } return 1; }")]
    [InlineData("int Fit(CancellationToken token) => 1;")]
    [InlineData("int[] Sorted() => new[] { 2, 1 }.Order().ToArray();")]
    [InlineData(
        "int Rounds(StageContext context) { var watch = System.Diagnostics.Stopwatch.StartNew(); for (var i = 0; i < 9; i++) { if "
            + "(watch.Elapsed > TimeSpan.FromSeconds(1)) { context.ReportProgress(i / 9.0); watch.Restart(); } } return 1; }"
    )]
    [InlineData(
        "Dictionary<string, long> Sizes() { var sizes = new Dictionary<string, long>(); foreach (var file in Directory.GetFiles(\"x\")) { "
            + "var name = Path.GetFileName(file); sizes[name] = name.Length; sizes.TryAdd(file, file.Length); } return sizes; }"
    )]
    [InlineData(
        "double[] Sums() { var sums = new double[9]; Parallel.For(0, 9, i => { for (var j = i; j < 9; j += 9) { sums[j] += 1; } sums[i] += "
            + "1; }); return sums; }"
    )]
    [InlineData(
        "double Sum() { var nodes = new[] { new Node(), new Node() }; Parallel.ForEach(nodes, node => { double Twice(double x) { var sum = "
            + "x; sum += x; return sum; } node.Sum += Twice(1); }); return nodes[0].Sum; } private sealed class Node { public double Sum { "
            + "get; set; } }"
    )]
    [InlineData(
        "double Largest() { var most = 0.0; Parallel.For(0, 9, i => { var old = most; Interlocked.CompareExchange(ref most, Math.Max(old, "
            + "i), old); }); return most; }"
    )]
    [InlineData("string First() => new[] { \"b\", \"a\" }.MinBy(text => text, StringComparer.Ordinal)!;")]
    [InlineData(
        "int Fail(double x) { Console.WriteLine(\"x=\" + x); throw new InvalidOperationException(\"x=\" + x + \".\"); } [Stage] public "
            + "double X() => 1;"
    )]
    [InlineData("string Write(int x) => \"x=\" + x + 'c' + (x > 1) + DayOfWeek.Monday; [Stage] public int X() => 1;")]
    [InlineData(
        "int Log(double x, StageContext context) { var text = \"\"; text += x; context.ReportProgress(x, text); return 1; } [Stage] public "
            + "double X() => 1;"
    )]
    public Task What_only_looks_like_a_fault_is_silent(string stage) => Rules.VerifyMembersAsync("[Stage]\npublic " + stage);

    [Theory]
    [InlineData("[Stage, NoCache]")]
    [InlineData("[Source]")]
    public Task What_is_never_reused_may_read_the_clock(string attribute) =>
        Rules.VerifyMembersAsync(attribute + "\npublic DateTime Now() => DateTime.UtcNow;");

    [Fact]
    public async Task What_a_helper_does_names_the_stage_that_calls_it()
    {
        var messages = await Rules.VerifyAsync(
            RuleTest.Pipeline("[Stage]\npublic int Draw() => Dice.Throw();"),
            "static class Dice { public static int Throw() => Cup.Shake(); } static class Cup { public static int Shake() => "
                + "{|MLP4003:Random.Shared|}.Next(); }"
        );
        Assert.StartsWith("Stage 'Draw', through 'Dice.Throw' and 'Cup.Shake',", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Help.Name()", "Environment.MachineName", "Console.WriteLine(text);")]
    [InlineData("Help.Name()", "{|MLP4009:Environment.MachineName|}", "{|MLP4010:Kept|}.Enqueue(text);")]
    [InlineData("\"\"", "Environment.MachineName", "Kept.Enqueue(text);")]
    public Task What_a_helper_gives_to_another_one_is_followed(string stage, string name, string body) =>
        Rules.VerifyAsync(
            RuleTest.Pipeline($"[Stage]\npublic string Run() => {stage};"),
            $$"""static class Help { public static string Name() { Disk.Note({{name}}); return ""; } } static class Disk { private static readonly Queue<string> Kept = new(); public static void Note(string text) { {{body}} } }"""
        );

    [Theory]
    [InlineData(
        "",
        "if (DateTime.UtcNow - _last < TimeSpan.FromSeconds(1)) { return; } _last = DateTime.UtcNow; context.ReportProgress(0.5);"
    )]
    [InlineData("", "if (DateTime.UtcNow > _last) { _last = DateTime.UtcNow; Console.WriteLine(_last); }")]
    [InlineData(
        "|}",
        "if ({|MLP4001:DateTime.UtcNow|} - _last < TimeSpan.FromSeconds(1)) { return; } _last = {|MLP4001:DateTime.UtcNow|}; Kept.Add(1);"
    )]
    [InlineData("|}", "_last = {|MLP4001:DateTime.UtcNow|}; Kept.Add(_last.Day);")]
    public Task What_a_helper_keeps_in_a_field_is_followed(string mark, string body) =>
        Rules.VerifyAsync(
            RuleTest.Pipeline(
                "[Stage]\npublic int Run(StageContext context) { var bell = new Bell(context); bell.Ring(); return bell.Kept.Count; }"
            ),
            $$"""class Bell(StageContext context) { private DateTime _last = {{(mark.Length > 0 ? "{|MLP4001:" : "")}}DateTime.UtcNow{{mark}}; public List<int> Kept { get; } = []; public void Ring() { {{body}} } }"""
        );

    [Fact]
    public Task What_no_stage_reaches_is_silent() =>
        Rules.VerifyAsync(
            RuleTest.Pipeline("[Stage]\npublic int One() => 1;"),
            "static class Dice { public static int Throw() => Random.Shared.Next(); }"
        );

    [Fact]
    public Task A_hash_code_in_a_hash_code_is_silent() =>
        Rules.VerifyAsync(
            RuleTest.Pipeline("[Stage]\npublic int Distinct() => new HashSet<Word> { new(\"a\") }.Count;"),
            "public sealed class Word(string text) { public override int GetHashCode() => text.GetHashCode(); public override bool "
                + "Equals(object? other) => other is Word; }"
        );
}
