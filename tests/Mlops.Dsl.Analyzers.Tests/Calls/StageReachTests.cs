using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Analyzers.Tests.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Calls;

/// <summary>What stages reach, in every shape in which one piece of code can lead to another. <c>Ask()</c> stands for any fault.</summary>
public class StageReachTests
{
    private const string Ask = "{|MLP3006:Console.ReadLine()|}!";

    public static TheoryData<string, string> Reached =>
        new()
        {
            { "Help.Me()", $"static class Help {{ public static string Me() => {Ask}; }}" },
            { "Help.Me()", $"static class Help {{ public static string Me() => You(); static string You() => Me() + {Ask}; }}" },
            { "new Help().Name", $"class Help {{ public string Name => {Ask}; }}" },
            { "new Help().Name", $"class Help {{ public string Name {{ get; }} = {Ask}; }}" },
            { "new Help().Name", $"class Help {{ public string Name; public Help() => Name = {Ask}; }}" },
            {
                "new Help().ToString()!",
                $"class Help {{ private readonly string _name = {Ask}; public override string ToString() => _name; }}"
            },
            { "new Help { Name = \"x\" }.ToString()!", $"class Help {{ public string Name {{ get => \"\"; set => _ = {Ask}.Trim(); }} }}" },
            { "new Help()[1]", $"class Help {{ public string this[int i] => {Ask}; }}" },
            { "(new Help() + new Help())", $"class Help {{ public static string operator +(Help a, Help b) => {Ask}; }}" },
            { "(string)new Help()", $"class Help {{ public static explicit operator string(Help a) => {Ask}; }}" },
            { "Help.Name", $"static class Help {{ public static readonly string Name = {Ask}; }}" },
            { "Help.Name", $"static class Help {{ public static string Name; static Help() => Name = {Ask}; }}" },
            { "Help.Name()", $"static class Help {{ static Help() {{ _ = {Ask}.Trim(); }} public static string Name() => \"\"; }}" },
            { "\"x\".Ask()", $"static class Help {{ public static string Ask(this string x) => {Ask}; }}" },
            { "new[] { 1 }.Select(x => Help.Me()).First()", $"static class Help {{ public static string Me() => {Ask}; }}" },
            { "new[] { 1 }.Select(Help.Me).First()", $"static class Help {{ public static string Me(int x) => {Ask}; }}" },
            { "((IHelp)new Help()).Me()", $"interface IHelp {{ string Me(); }} class Help : IHelp {{ public string Me() => {Ask}; }}" },
            { "((IHelp)new Help()).Me()", $"interface IHelp {{ string Me(); }} class Help : IHelp {{ string IHelp.Me() => {Ask}; }}" },
            { "((IHelp)new Help()).Me()", $"interface IHelp {{ string Me() => {Ask}; }} class Help : IHelp {{ }}" },
            {
                "((IHelp<int>)new Help()).Me(1)",
                $"interface IHelp<T> {{ string Me(T x); }} class Help : IHelp<int> {{ public string Me(int x) => {Ask}; }}"
            },
            {
                "((Base)new Help()).Me()",
                $"abstract class Base {{ public abstract string Me(); }} class Middle : Base {{ public override string Me() => \"\"; }} "
                    + $"class Help : Middle {{ public override string Me() => {Ask}; }}"
            },
            {
                "((Base)new Help()).Me",
                $"abstract class Base {{ public abstract string Me {{ get; }} }} class Help : Base {{ public override string Me => "
                    + $"{Ask}; }}"
            },
            {
                "new Help().Me()",
                $"class Base {{ public Base() {{ _ = {Ask}.Trim(); }} }} class Help : Base {{ public string Me() => \"\"; }}"
            },
            { "new Help().Me()", $"class Base(string name) {{ public string Me() => name; }} class Help() : Base({Ask}) {{ }}" },
            { "new Help<int>().Me(1)", $"class Help<T> {{ public string Me(T x) => {Ask}; }}" },
            { "Help.Me<int>()", $"static class Help {{ public static string Me<T>() => {Ask}; }}" },
            {
                "Help.Make<Me>().ToString()!",
                $"static class Help {{ public static T Make<T>() where T : new() => new T(); }} class Me {{ public Me() {{ "
                    + $"_ = {Ask}.Trim(); }} }}"
            },
            {
                "new[] { 2, 1 }.Order(new Help()).First().ToString()",
                $"class Help : IComparer<int> {{ public int Compare(int x, int y) => {Ask}.Length; }}"
            },
            {
                "new[] { 2, 1 }.Order(new Help()).First().ToString()",
                $"class Help : IComparer<int> {{ int IComparer<int>.Compare(int x, int y) => {Ask}.Length; }}"
            },
            {
                "new[] { 2, 1 }.Order(new Help()).First().ToString()",
                $"class Base {{ public int Compare(int x, int y) => {Ask}.Length; }} class Help : Base, IComparer<int> {{ }}"
            },
            {
                "new[] { 2, 1 }.Order(new Help()).First().ToString()",
                $"interface IHelp : IComparer<int> {{ int IComparer<int>.Compare(int x, int y) => {Ask}.Length; }} class Help : IHelp {{ }}"
            },
            { "string.Concat(Help.All())", $"static class Help {{ public static IEnumerable<string> All() {{ yield return {Ask}; }} }}" },
            {
                "Help.Me().Result",
                $"static class Help {{ public static async Task<string> Me() {{ await Task.Yield(); return {Ask}; }} }}"
            },
            { "Help.Me(\"\")", $"static class Help {{ public static string Me(string x) => x switch {{ \"\" => {Ask}, _ => x }}; }}" },
            { "new Help(1).Name", $"record Help(int X) {{ public string Name => {Ask}; }}" },
            {
                "new Help().Me()",
                $"partial class Help {{ public partial string Me(); }} partial class Help {{ public partial string Me() => {Ask}; }}"
            },
            {
                "(new Help() is (var a, _) ? a : \"\")",
                $"class Help {{ public void Deconstruct(out string a, out string b) => a = b = {Ask}; }}"
            },
            { "$\"{new Help()}\"", $"class Help {{ public override string ToString() => {Ask}; }}" },
        };

    [Theory]
    [MemberData(nameof(Reached))]
    public async Task What_a_stage_runs_is_reached(string expression, string helpers) =>
        Assert.Contains(
            "Stage 'Run'",
            Assert.Single(await VerifyAsync($"[Stage] public string Run() {{ return {expression}; }}", helpers)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "[Stage] public string Run() { using var help = new Help(); return \"\"; }",
        "sealed class Help : IDisposable { public void Dispose() { _ = ASK.Trim(); } }"
    )]
    [InlineData(
        "[Stage] public string Run() { foreach (var x in new Help()) { } return \"\"; }",
        "class Help { public Help GetEnumerator() => this; public bool MoveNext() => ASK.Length > 0; public int Current => 1; }"
    )]
    [InlineData(
        "[Stage] public async Task<string> Run() { await foreach (var x in Help.All()) { } return \"\"; }",
        "static class Help { public static async IAsyncEnumerable<string> All() { await Task.Yield(); yield return ASK; } }"
    )]
    [InlineData(
        "[Stage] public async Task<string> Run() => await new Help();",
        "class Help : System.Runtime.CompilerServices.INotifyCompletion { public Help GetAwaiter() => this; public bool IsCompleted => "
            + "true; public void OnCompleted(Action next) { } public string GetResult() => ASK; }"
    )]
    [InlineData(
        "[Stage] public string Run() { var (a, b) = new Help(); return a + b; }",
        "class Help { public void Deconstruct(out string a, out string b) => a = b = ASK; }"
    )]
    [InlineData(
        "[Stage] public string Run() { var help = new Help(); help.Changed += (_, _) => { }; return \"\"; }",
        "class Help { public event EventHandler Changed { add { _ = ASK.Trim(); } remove { } } }"
    )]
    [InlineData(
        "[Stage] public string Run() { var help = new Help(); help++; help += 1; return \"\"; }",
        "class Help { public static Help operator ++(Help h) { _ = ASK.Trim(); return h; } public static Help operator +(Help h, int i) => h; }"
    )]
    [InlineData(
        "[Stage] public string Run() { return Local(); string Local() => Help.Me(); }",
        "class Help { public static string Me() => ASK; }"
    )]
    [InlineData("private readonly string _name = ASK; [Stage] public string Run() => _name;", "")]
    [InlineData("private string Name { get; } = ASK; [Stage] public string Run() => Name;", "")]
    [InlineData("private readonly string _name; public TestPipeline() => _name = ASK; [Stage] public string Run() => _name;", "")]
    [InlineData("private static readonly Func<string> Name = () => ASK; [Stage] public string Run() => Name();", "")]
    [InlineData("private string Helper() => ASK; [Stage] public string Run() => Helper();", "")]
    public async Task What_a_stage_runs_in_other_ways_is_reached(string members, string helpers) =>
        Assert.Contains(
            "Stage 'Run', through",
            Assert.Single(
                await VerifyAsync(
                    members.Replace("ASK", Ask, StringComparison.Ordinal),
                    helpers.Replace("ASK", Ask, StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "[Stage] public string Run() => new Help().You();",
        "class Help { public string Me() => Console.ReadLine()!; public string You() => nameof(Me); }"
    )]
    [InlineData(
        "[Stage] public string Run() => new A().Me();",
        "class Base { public virtual string Me() => \"\"; } class A : Base { public override string Me() => base.Me(); } class B : Base { "
            + "public override string Me() => Console.ReadLine()!; }"
    )]
    [InlineData("[Stage] public string Run() => typeof(Help).Name;", "class Help { public Help() { Console.ReadLine(); } }")]
    [InlineData(
        "[Source] public string Read() => Help.Me(); [Stage] public string Run(string read) => read;",
        "class Help { public static string Me() => Console.ReadLine()!; }"
    )]
    [InlineData(
        "[Stage] public string Run() => \"\"; public static void Main() => Help.Me();",
        "class Help { public static string Me() => Console.ReadLine()!; }"
    )]
    [InlineData(
        "[Parameter] public string Name { get; init; } public TestPipeline() => Name = Help.Me(); private readonly int _x = 1; [Stage] "
            + "public string Run() => Name + _x;",
        "class Help { public static string Me() => Console.ReadLine()!; }"
    )]
    public async Task What_no_stage_runs_is_not_reached(string members, string helpers) =>
        Assert.Empty(await VerifyAsync(members, helpers));

    [Fact]
    public async Task The_message_gives_the_shortest_way() =>
        Assert.StartsWith(
            "Stage 'Near', through 'Help.Two' and 'Help.Three', reads 'Console.ReadLine'",
            Assert.Single(
                await VerifyAsync(
                    "[Stage] public string Far() => Help.One(); [Stage] public string Near() => Help.Two();",
                    $"static class Help {{ public static string One() => Two(); public static string Two() => Three(); static string "
                        + $"Three() => {Ask}; }}"
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_program_without_a_pipeline_is_silent() =>
        await TrackingTest.Rules.VerifyAsync("public class Trainer { [Stage] public string Run() => Console.ReadLine()!; }");

    [Fact]
    public async Task A_pipeline_is_found_by_an_alias() =>
        await TrackingTest.Rules.VerifyAsync(
            $$"""
            using P = Mlops.Dsl.PipelineAttribute;
            namespace Inner
            {
                public static partial class Outer
                {
                    [P("test")]
                    public sealed partial class TestPipeline { [Stage] public string Run() => {{Ask}}; }
                }
            }
            """
        );

    [Fact]
    public async Task Faults_can_be_suppressed_where_they_are() =>
        await VerifyAsync(
            "[Stage] public string Run() => Help.Me();",
            "#pragma warning disable MLP3006\nstatic class Help { public static string Me() => Console.ReadLine()!; }\n#pragma warning "
                + "restore MLP3006"
        );

    private static async Task<IReadOnlyList<string>> VerifyAsync(string members, string helpers) =>
        await TrackingTest.Rules.VerifyAsync(RuleTest.Pipeline(members), helpers);
}
