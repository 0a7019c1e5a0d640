using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Reproducibility;
using Mlops.Dsl.CodeFixes.Tracking;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Analyzers.Tests.Reproducibility;

public class ReproducibilityFixTests
{
    private static RuleGroupTest Rules { get; } = new(4);

    [Theory]
    [InlineData("DateTime Now() => {|MLP4001:DateTime.Now|};", "DateTime", "DateTime Now() => AsOf;")]
    [InlineData(
        "DateTimeOffset Now(StageContext stage) => {|MLP4001:DateTimeOffset.UtcNow|};",
        "DateTimeOffset",
        "DateTimeOffset Now(StageContext stage) => AsOf;"
    )]
    [InlineData(
        "long Days() => {|MLP4001:DateTime.Today|}.Ticks + {|MLP4001:DateTime.UtcNow|}.Ticks;",
        "DateTime",
        "long Days() => AsOf.Date.Ticks + AsOf.Ticks;"
    )]
    public Task The_moment_becomes_a_parameter(string before, string type, string after) =>
        Rules.VerifyMembersFixAsync<DeclareMomentFix>(
            $"[Stage]\npublic {before}",
            $"[Parameter]\npublic required {type} AsOf {{ get; init; }}\n\n[Stage]\npublic {after}"
        );

    [Theory]
    [InlineData("[Stage] public long Now() => Clock(); private static long Clock() => {|MLP4001:DateTime.UtcNow|}.Ticks;")]
    [InlineData("public string AsOf => \"\"; [Stage] public long Now() => {|MLP4001:DateTime.UtcNow|}.Ticks;")]
    [InlineData("[Stage] public long Now() => {|MLP4001:Environment.TickCount64|};")]
    [InlineData("[Stage] public long Now(StageContext context) => {|MLP4001:context.Clock|}.GetTimestamp();")]
    public async Task No_moment_is_declared_elsewhere(string members) =>
        Assert.Empty(await Rules.TitlesAsync<DeclareMomentFix>(RuleTest.Pipeline(members)));

    [Theory]
    [InlineData("int Draw() => {|MLP4003:new Random()|}.Next();", "int Draw(StageContext context) => context.Random.Next();")]
    [InlineData(
        "int Draw(CancellationToken token) => {|MLP4003:Random.Shared|}.Next();",
        "int Draw(StageContext context, CancellationToken token) => context.Random.Next();"
    )]
    [InlineData(
        "int Draw(StageContext own) { var random = {|MLP4003:new Random()|}; return random.Next(); }",
        "int Draw(StageContext own) { var random = own.Random; return random.Next(); }"
    )]
    [InlineData(
        "int[] Deal() => {|MLP4003:new[] { 1, 2 }.Shuffle()|}.ToArray();",
        "int[] Deal(StageContext context) => new[] { 1, 2 }.OrderBy(_ => context.Random.Next()).ToArray();"
    )]
    public Task Random_numbers_come_from_the_context(string before, string after) => FixAsync<UseContextRandomFix>(before, after);

    [Fact]
    public async Task A_parallel_loop_gets_no_generator_of_one_thread() =>
        Assert.Empty(
            await Rules.TitlesAsync<UseContextRandomFix>(
                RuleTest.Pipeline("[Stage]\npublic int Draw() { Parallel.For(0, 9, i => {|MLP4003:Random.Shared|}.Next()); return 1; }")
            )
        );

    [Theory]
    [InlineData(
        "string[] All() => {|MLP4005:Directory.GetFiles(\"x\")|};",
        "string[] All() => Directory.GetFiles(\"x\").Order(StringComparer.Ordinal).ToArray();"
    )]
    [InlineData(
        "int All() { foreach (var f in {|MLP4005:new DirectoryInfo(\"x\").EnumerateFiles()|}) { return 1; } return 2; }",
        "int All() { foreach (var f in new DirectoryInfo(\"x\").EnumerateFiles().OrderBy(entry => entry.FullName, StringComparer.Ordinal)) "
            + "{ return 1; } return 2; }"
    )]
    public Task A_folder_is_sorted(string before, string after) => FixAsync<SortFolderFix>(before, after);

    [Theory]
    [InlineData(
        "int[] All() => {|MLP4006:new[] { 1 }.AsParallel().Select(x => x).ToArray()|};",
        "int[] All() => new[] { 1 }.AsParallel().AsOrdered().Select(x => x).ToArray();"
    )]
    [InlineData(
        "string All(System.Collections.Concurrent.ConcurrentBag<string> bag) => {|MLP4006:string.Join(\",\", bag)|};",
        "string All(System.Collections.Concurrent.ConcurrentBag<string> bag) => string.Join(\",\", bag.Order(StringComparer.Ordinal));"
    )]
    [InlineData(
        "int All() { var (words, ids) = (System.Collections.Immutable.ImmutableHashSet.Create(\"a\"), new Dictionary<string, int>()); "
            + "foreach (var word in {|MLP4006:words|}) { ids[word] = ids.Count; } return ids.Count; }",
        "int All() { var (words, ids) = (System.Collections.Immutable.ImmutableHashSet.Create(\"a\"), new Dictionary<string, int>()); "
            + "foreach (var word in words.Order(StringComparer.Ordinal)) { ids[word] = ids.Count; } return ids.Count; }"
    )]
    [InlineData(
        "int All() { var (found, all) = (new System.Collections.Concurrent.ConcurrentBag<int>(), new List<int>()); "
            + "{|MLP4006:all.AddRange(found)|}; return all[0]; }",
        "int All() { var (found, all) = (new System.Collections.Concurrent.ConcurrentBag<int>(), new List<int>()); "
            + "all.AddRange(found.Order()); return all[0]; }"
    )]
    public Task A_collection_is_put_in_order(string before, string after) =>
        Rules.VerifyMembersFixAsync<OrderCollectionFix>(Helper(before), Helper(after));

    [Fact]
    public async Task A_list_that_threads_fill_has_no_source_to_put_in_order() =>
        Assert.Empty(
            await Rules.TitlesAsync<OrderCollectionFix>(
                RuleTest.Pipeline(
                    "[Stage]\npublic List<int> All() { var all = new List<int>(); Parallel.For(0, 9, i => {|MLP4006:all.Add(i)|}); "
                        + "return all; }"
                )
            )
        );

    [Theory]
    [InlineData(
        "double Read() => {|MLP4008:double.Parse(\"1\")|};",
        "double Read() => double.Parse(\"1\", System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "bool Read() => {|MLP4008:double.TryParse(\"1\", out var x)|};",
        "bool Read() => double.TryParse(\"1\", System.Globalization.CultureInfo.InvariantCulture, out var x);"
    )]
    [InlineData(
        "string Write() => {|MLP4008:1.5.ToString()|};",
        "string Write() => 1.5.ToString(System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "string Write() => {|MLP4008:1.5.ToString(\"F2\")|};",
        "string Write() => 1.5.ToString(\"F2\", System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "string Write() => {|MLP4008:$\"{1.5}\"|};",
        "string Write() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{1.5}\");"
    )]
    [InlineData(
        "double Read() => {|MLP4008:double.Parse(\"1\", System.Globalization.CultureInfo.CurrentCulture)|};",
        "double Read() => double.Parse(\"1\", System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "double Read() => {|MLP4008:double.Parse(\"1\", provider: /* of the machine */ null)|};",
        "double Read() => double.Parse(\"1\", provider: /* of the machine */ System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "string Write() => {|MLP4008:string.Format(System.Globalization.CultureInfo.CurrentUICulture, \"{0}\", 1.5)|};",
        "string Write() => string.Format(System.Globalization.CultureInfo.InvariantCulture, \"{0}\", 1.5);"
    )]
    [InlineData(
        "double[] Read() => [.. new[] { \"1\" }.Select({|MLP4008:double.Parse|})];",
        "double[] Read() => [.. new[] { \"1\" }.Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];"
    )]
    [InlineData(
        "string Write() => {|MLP4008:\"x\" + 1.5|} + \";\";",
        "string Write() => \"x\" + 1.5.ToString(System.Globalization.CultureInfo.InvariantCulture) + \";\";"
    )]
    [InlineData(
        "string Write() { var text = \"\"; {|MLP4008:text += DateTime.UnixEpoch.AddDays(1)|}; return text; }",
        "string Write() { var text = \"\"; text += "
            + "DateTime.UnixEpoch.AddDays(1).ToString(System.Globalization.CultureInfo.InvariantCulture); return text; }"
    )]
    [InlineData(
        "string Write() => {|MLP4008:\"Word\".ToLower()|};",
        "string Write() => \"Word\".ToLower(System.Globalization.CultureInfo.InvariantCulture);"
    )]
    [InlineData(
        "object Read() => {|MLP4008:Convert.ChangeType(\"1.5\", typeof(double))|};",
        "object Read() => Convert.ChangeType(\"1.5\", typeof(double), System.Globalization.CultureInfo.InvariantCulture);"
    )]
    public Task The_culture_is_invariant(string before, string after) => FixAsync<UseInvariantCultureFix>(before, after);

    [Theory]
    [InlineData(
        "async Task<int> Fit() { await Task.Yield(); _ = {|MLP4013:Task.Run(() => 1)|}; return 1; }",
        "async Task<int> Fit() { await Task.Yield(); await Task.Run(() => 1); return 1; }"
    )]
    [InlineData(
        "async Task<int> Fit() { await Task.Yield(); _ = DateTime.UnixEpoch.Day > 1 ? {|MLP4013:Task.Run(() => 1)|} : Task.CompletedTask; "
            + "return 1; }",
        "async Task<int> Fit() { await Task.Yield(); await (DateTime.UnixEpoch.Day > 1 ? Task.Run(() => 1) : Task.CompletedTask); "
            + "return 1; }"
    )]
    public Task A_task_is_awaited(string before, string after) => FixAsync<AwaitTaskFix>(before, after);

    [Fact]
    public async Task What_may_be_no_task_is_not_awaited() =>
        Assert.Empty(
            await Rules.TitlesAsync<AwaitTaskFix>(
                RuleTest.Pipeline(
                    "[Stage]\npublic async Task<int> Fit(StringWriter? writer = null) { await Task.Yield(); "
                        + "writer?{|MLP4013:.FlushAsync()|}; return 1; }"
                )
            )
        );

    [Fact]
    public Task The_token_at_hand_is_passed_on() =>
        Rules.VerifyMembersFixAsync<PassTokenFix>(
            """
            [Stage]
            public async Task<int> Fit(CancellationToken token)
            {
                token.ThrowIfCancellationRequested();
                await Task.Delay(1, {|MLP4014:CancellationToken.None|});
                return 1;
            }
            """,
            """
            [Stage]
            public async Task<int> Fit(CancellationToken token)
            {
                token.ThrowIfCancellationRequested();
                await Task.Delay(1, token);
                return 1;
            }
            """
        );

    [Fact]
    public Task The_token_is_checked_in_the_loop() =>
        Rules.VerifyMembersFixAsync<CheckTokenFix>(
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
            """
        );

    [Theory]
    [InlineData(
        "string[] Sorted() => {|MLP4015:new[] { \"b\" }.OrderBy(x => x)|}.ToArray();",
        "string[] Sorted() => new[] { \"b\" }.OrderBy(x => x, StringComparer.Ordinal).ToArray();"
    )]
    [InlineData(
        "int Sorted() => {|MLP4015:new SortedSet<string>()|}.Count;",
        "int Sorted() => new SortedSet<string>(StringComparer.Ordinal).Count;"
    )]
    [InlineData(
        "bool Found(string text) => {|MLP4015:text.StartsWith(\"a\")|};",
        "bool Found(string text) => text.StartsWith(\"a\", StringComparison.Ordinal);"
    )]
    [InlineData(
        "bool Found(string text) => {|MLP4015:text.Equals(\"a\", StringComparison.CurrentCultureIgnoreCase)|};",
        "bool Found(string text) => text.Equals(\"a\", StringComparison.OrdinalIgnoreCase);"
    )]
    public Task Text_is_sorted_ordinally(string before, string after) => FixAsync<SortOrdinallyFix>(before, after);

    [Theory]
    [InlineData("from x in words orderby {|MLP4015:x|} select x", "from x in words.OrderBy(x => x, StringComparer.Ordinal) select x")]
    [InlineData(
        "from x in words.Take(3) orderby {|MLP4015:x descending|}, x.Length where x != \"\" select x",
        "from x in words.Take(3).OrderByDescending(x => x, StringComparer.Ordinal).ThenBy(x => x.Length) where x != \"\" select x"
    )]
    [InlineData(
        "from x in (string[])words orderby x.Length, {|MLP4015:x.Trim()|} select x",
        "from x in ((string[])words).OrderBy(x => x.Length).ThenBy(x => x.Trim(), StringComparer.Ordinal) select x"
    )]
    public Task A_query_reads_what_is_sorted_ordinally(string before, string after) =>
        FixAsync<SortQueryOrdinallyFix>(
            $"string[] Sorted() {{ var words = new[] {{ \"b\" }}; return [.. {before}]; }}",
            $"string[] Sorted() {{ var words = new[] {{ \"b\" }}; return [.. {after}]; }}"
        );

    [Theory]
    [InlineData("from x in words let y = x.Trim() orderby {|MLP4015:y|} select x")]
    [InlineData("from x in words from y in words orderby {|MLP4015:y|} select x")]
    [InlineData("from x in words where x != \"\" orderby {|MLP4015:x|} select x")]
    public async Task An_order_that_cannot_move_stays(string query) =>
        Assert.Empty(
            await Rules.TitlesAsync<SortQueryOrdinallyFix>(
                RuleTest.Pipeline($"[Stage]\npublic string[] Sorted() {{ var words = new[] {{ \"b\" }}; return [.. {query}]; }}")
            )
        );

    [Theory]
    [InlineData(
        "string Key() => {|MLP4002:Guid.NewGuid()|}.ToString();",
        "string Key(StageContext context) => new Guid(context.Random.GetHexString(32)).ToString();"
    )]
    [InlineData(
        "string[] Keys(StageContext stage) => [.. new[] { 1 }.Select(_ => {|MLP4002:System.Guid.NewGuid()|}.ToString())];",
        "string[] Keys(StageContext stage) => [.. new[] { 1 }.Select(_ => new System.Guid(stage.Random.GetHexString(32)).ToString())];"
    )]
    [InlineData(
        "string Key() => /* one */ {|MLP4002:Path.GetRandomFileName()|};",
        "string Key(StageContext context) => /* one */ context.Random.GetHexString(16);"
    )]
    public Task An_identifier_is_drawn_from_the_context(string before, string after) => FixAsync<DrawIdentifierFix>(before, after);

    [Theory]
    [InlineData(
        "int Bucket() => {|MLP4004:\"word\".GetHashCode()|} % 8;",
        "int Bucket() => System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(\"word\"))) % 8;"
    )]
    [InlineData(
        "int[] Buckets() => [.. new[] { \"a\" }.Select(word => {|MLP4004:word.Trim().GetHashCode()|})];",
        "int[] Buckets() => [.. new[] { \"a\" }.Select(word => "
            + "System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(word.Trim()))))];"
    )]
    public Task A_text_is_hashed_by_its_content(string before, string after) => FixAsync<HashContentFix>(before, after);

    [Theory]
    [InlineData(
        "double Sum() => {|MLP4007:new[] { 0.1 }.AsParallel().Sum()|};",
        "double Sum() => new[] { 0.1 }.AsParallel().AsOrdered().ToArray().Sum();"
    )]
    [InlineData(
        "double Sum() => {|MLP4007:new[] { 0.1 }.AsParallel().Where(x => x > 0).Average(x => Math.Sqrt(x))|};",
        "double Sum() => new[] { 0.1 }.AsParallel().AsOrdered().Where(x => x > 0).Select(x => Math.Sqrt(x)).ToArray().Average();"
    )]
    [InlineData(
        "double Sum() => {|MLP4007:new[] { 0.1 }.AsParallel().AsOrdered().Sum(Math.Sqrt)|};",
        "double Sum() => new[] { 0.1 }.AsParallel().AsOrdered().Select(Math.Sqrt).ToArray().Sum();"
    )]
    public Task Summands_are_added_in_order(string before, string after) => FixAsync<SumInOrderFix>(before, after);

    [Theory]
    [InlineData("double Sum() { var query = new[] { 0.1 }.AsParallel(); return {|MLP4007:query.Sum()|}; }")]
    [InlineData("double Sum() { var total = 0.0; Parallel.For(0, 9, i => {|MLP4007:total += i|}); return total; }")]
    public async Task A_sum_is_left_where_the_order_is_lost_elsewhere(string stage) =>
        Assert.Empty(await Rules.TitlesAsync<SumInOrderFix>(RuleTest.Pipeline("[Stage]\npublic " + stage)));

    [Theory]
    [InlineData("string Write() => \"a\" + {|MLP4009:Environment.NewLine|};", "string Write() => \"a\" + \"\\n\";")]
    [InlineData("string Folder() => {|MLP4009:Path.GetTempPath()|};", "string Folder(StageContext context) => context.TemporaryDirectory;")]
    public Task A_fact_of_the_machine_is_taken_from_elsewhere(string before, string after) => FixAsync<MachineFactFix>(before, after);

    [Fact]
    public Task The_number_of_processors_becomes_a_parameter() =>
        Rules.VerifyMembersFixAsync<MachineFactFix>(
            """
            [Parameter]
            public int Seed { get; init; } = 1;

            /// <summary>Counts.</summary>
            [Stage]
            public int Parts() => {|MLP4009:Environment.ProcessorCount|} * Seed;
            """,
            """
            [Parameter]
            public int Seed { get; init; } = 1;

            [Parameter, Required]
            public int ProcessorCount { get; init; }

            /// <summary>Counts.</summary>
            [Stage]
            public int Parts() => ProcessorCount * Seed;
            """
        );

    [Theory]
    [InlineData(
        "int Hour() => {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|}.Hour;",
        "int Hour() => DateTime.UnixEpoch.ToUniversalTime().Hour;"
    )]
    [InlineData(
        "int Hour() => {|MLP4011:DateTimeOffset.UnixEpoch.LocalDateTime|}.Hour;",
        "int Hour() => DateTimeOffset.UnixEpoch.UtcDateTime.Hour;"
    )]
    [InlineData(
        "int Hour() => TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, {|MLP4011:TimeZoneInfo.Local|}).Hour;",
        "int Hour() => TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc).Hour;"
    )]
    public Task Times_are_in_utc(string before, string after) => FixAsync<UseUtcFix>(before, after);

    [Theory]
    [InlineData("string Key() => {|MLP4002:Guid.NewGuid()|}.ToString();")]
    [InlineData("string Host() => {|MLP4009:Environment.MachineName|};")]
    [InlineData("bool Make() => {|MLP4012:Activator.CreateInstance({|MLP4012:Type.GetType(\"x\")|}!)|} is null;")]
    public Task A_stage_that_runs_each_time_may_differ(string stage) =>
        Rules.VerifyMembersFixAsync<MarkNotCachedFix>(
            "[Stage]\npublic " + stage,
            "[Stage, NoCache]\npublic " + MarkupText.Parse(stage).Text
        );

    private static Task FixAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => Rules.VerifyMembersFixAsync<TFix>("[Stage]\npublic " + before, "[Stage]\npublic " + after);

    /// <summary>A method that a stage calls: its parameters may have any type.</summary>
    private static string Helper(string method) =>
        method.Contains("bag)", StringComparison.Ordinal)
            ? "[Stage]\npublic string Run() => All([]);\n\nprivate static " + method
            : "[Stage]\npublic " + method;
}
