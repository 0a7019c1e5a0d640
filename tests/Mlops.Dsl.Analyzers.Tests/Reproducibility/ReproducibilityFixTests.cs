using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Reproducibility;

namespace Mlops.Dsl.Analyzers.Tests.Reproducibility;

public class ReproducibilityFixTests
{
    private static RuleGroupTest Rules { get; } = new(4);

    [Theory]
    [InlineData("DateTime Now() => {|MLP4001:DateTime.Now|};", "DateTime Now(StageContext context) => context.Clock.GetLocalNow().DateTime;")]
    [InlineData("DateTimeOffset Now(StageContext stage) => {|MLP4001:DateTimeOffset.UtcNow|};", "DateTimeOffset Now(StageContext stage) => stage.Clock.GetUtcNow();")]
    public Task The_clock_comes_from_the_context(string before, string after) => FixAsync<UseContextClockFix>(before, after);

    [Theory]
    [InlineData("int Draw() => {|MLP4003:new Random()|}.Next();", "int Draw(StageContext context) => context.Random.Next();")]
    [InlineData("int Draw(CancellationToken token) => {|MLP4003:Random.Shared|}.Next();", "int Draw(StageContext context, CancellationToken token) => context.Random.Next();")]
    [InlineData("int Draw(StageContext own) { var random = {|MLP4003:new Random()|}; return random.Next(); }", "int Draw(StageContext own) { var random = own.Random; return random.Next(); }")]
    public Task Random_numbers_come_from_the_context(string before, string after) => FixAsync<UseContextRandomFix>(before, after);

    [Fact]
    public async Task A_parallel_loop_gets_no_generator_of_one_thread() => Assert.Empty(await Rules.TitlesAsync<UseContextRandomFix>(
        RuleTest.Pipeline("[Stage]\npublic int Draw() { Parallel.For(0, 9, i => {|MLP4003:Random.Shared|}.Next()); return 1; }")));

    [Theory]
    [InlineData("string[] All() => {|MLP4005:Directory.GetFiles(\"x\")|};", "string[] All() => Directory.GetFiles(\"x\").Order(StringComparer.Ordinal).ToArray();")]
    [InlineData("int All() { foreach (var f in {|MLP4005:new DirectoryInfo(\"x\").EnumerateFiles()|}) { return 1; } return 2; }",
        "int All() { foreach (var f in new DirectoryInfo(\"x\").EnumerateFiles().OrderBy(entry => entry.FullName, StringComparer.Ordinal)) { return 1; } return 2; }")]
    public Task A_folder_is_sorted(string before, string after) => FixAsync<SortFolderFix>(before, after);

    [Theory]
    [InlineData("int[] All() => {|MLP4006:new[] { 1 }.AsParallel().Select(x => x).ToArray()|};", "int[] All() => new[] { 1 }.AsParallel().AsOrdered().Select(x => x).ToArray();")]
    [InlineData("string All(System.Collections.Concurrent.ConcurrentBag<string> bag) => {|MLP4006:string.Join(\",\", bag)|};", "string All(System.Collections.Concurrent.ConcurrentBag<string> bag) => string.Join(\",\", bag.Order(StringComparer.Ordinal));")]
    public Task A_collection_is_put_in_order(string before, string after) => Rules.VerifyMembersFixAsync<OrderCollectionFix>(Helper(before), Helper(after));

    [Theory]
    [InlineData("double Read() => {|MLP4008:double.Parse(\"1\")|};", "double Read() => double.Parse(\"1\", System.Globalization.CultureInfo.InvariantCulture);")]
    [InlineData("bool Read() => {|MLP4008:double.TryParse(\"1\", out var x)|};", "bool Read() => double.TryParse(\"1\", System.Globalization.CultureInfo.InvariantCulture, out var x);")]
    [InlineData("string Write() => {|MLP4008:1.5.ToString()|};", "string Write() => 1.5.ToString(System.Globalization.CultureInfo.InvariantCulture);")]
    [InlineData("string Write() => {|MLP4008:1.5.ToString(\"F2\")|};", "string Write() => 1.5.ToString(\"F2\", System.Globalization.CultureInfo.InvariantCulture);")]
    [InlineData("string Write() => {|MLP4008:$\"{1.5}\"|};", "string Write() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{1.5}\");")]
    public Task The_culture_is_invariant(string before, string after) => FixAsync<UseInvariantCultureFix>(before, after);

    [Fact]
    public Task A_task_is_awaited() => FixAsync<AwaitTaskFix>(
        "async Task<int> Fit() { await Task.Yield(); _ = {|MLP4013:Task.Run(() => 1)|}; return 1; }", "async Task<int> Fit() { await Task.Yield(); await Task.Run(() => 1); return 1; }");

    [Fact]
    public Task The_token_is_checked_in_the_loop() => Rules.VerifyMembersFixAsync<CheckTokenFix>(
        """
        [Stage]
        public int Fit(CancellationToken {|MLP4014:token|})
        {
            for (var i = 0; i < 9; i++)
            {
                Math.Sqrt(i);
            }

            return 1;
        }
        """,
        """
        [Stage]
        public int Fit(CancellationToken token)
        {
            for (var i = 0; i < 9; i++)
            {
                token.ThrowIfCancellationRequested();
                Math.Sqrt(i);
            }

            return 1;
        }
        """);

    [Theory]
    [InlineData("string[] Sorted() => {|MLP4015:new[] { \"b\" }.OrderBy(x => x)|}.ToArray();", "string[] Sorted() => new[] { \"b\" }.OrderBy(x => x, StringComparer.Ordinal).ToArray();")]
    [InlineData("int Sorted() => {|MLP4015:new SortedSet<string>()|}.Count;", "int Sorted() => new SortedSet<string>(StringComparer.Ordinal).Count;")]
    public Task Text_is_sorted_ordinally(string before, string after) => FixAsync<SortOrdinallyFix>(before, after);

    private static Task FixAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => Rules.VerifyMembersFixAsync<TFix>("[Stage]\npublic " + before, "[Stage]\npublic " + after);

    /// <summary>A method that a stage calls: its parameters may have any type.</summary>
    private static string Helper(string method) => method.Contains("bag)", StringComparison.Ordinal)
        ? "[Stage]\npublic string Run() => All([]);\n\nprivate static " + method : "[Stage]\npublic " + method;
}
