using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

/// <summary>What the product's generator adds to a pipeline class wires stages and is no stage's code; what another adds is.</summary>
public sealed class GeneratedCodeTests
{
    private const string Ours = "\"Mlops.Dsl.Generators\"";
    private const string Others = "\"Some.Generators\"";

    [Theory]
    [InlineData(Ours, false)]
    [InlineData(Others, true)]
    public void A_virtual_member_of_the_pipeline_class(string tool, bool counts) =>
        Assert.Equal(
            counts,
            WalkedStages.Changes(
                $$"""
                [Pipeline("p")] class P
                {
                    [System.CodeDom.Compiler.GeneratedCode({{tool}}, "1")] public override string ToString() => "5";
                    [Stage] public int A() => 1;
                }
                """,
                "\"5\"",
                "\"6\""
            )
        );

    [Theory]
    [InlineData(Ours, false)]
    [InlineData(Others, true)]
    public void A_member_that_reflection_finds_in_the_pipeline_class(string tool, bool counts) =>
        Assert.Equal(
            counts,
            WalkedStages.Changes(
                $$"""
                [Pipeline("p")] class P
                {
                    [System.CodeDom.Compiler.GeneratedCode({{tool}}, "1")] public int Made() => 5;
                    [Stage] public object A() => typeof(P).GetMethods();
                }
                """,
                "=> 5",
                "=> 6"
            )
        );

    [Theory]
    [InlineData(Ours, false)]
    [InlineData(Others, true)]
    public void The_declaration_of_an_artifact(string tool, bool counts) =>
        Assert.Equal(
            counts,
            WalkedStages.Changes(
                $$"""
                class Row
                {
                    public int X { get; set; }
                    [System.CodeDom.Compiler.GeneratedCode({{tool}}, "1")] public static int Made() => 5;
                }
                [Pipeline("p")] class P { [Stage] public Row A() => new Row(); }
                """,
                "Made()",
                "Done()"
            )
        );

    [Theory]
    [InlineData(Ours, "Host.Start()", true)]
    [InlineData(Ours, "Host.Run()", true)]
    [InlineData(Others, "Host.Start()", false)]
    [InlineData(Others, "Host.Run()", false)]
    public void A_call_that_starts_the_stages_from_the_set_up(string tool, string call, bool starts) =>
        Assert.Equal(
            starts,
            WalkedStages.Changes(
                $$"""
                Options.Rate = 5; {{call}};
                static class Options { public static int Rate; }
                static class Host
                {
                    [System.CodeDom.Compiler.GeneratedCode({{tool}}, "1")] public static void Start() { }
                    public static void Run() => Start();
                }
                [Pipeline("p")] class P { [Stage] public int A() => Options.Rate; }
                """,
                $"Options.Rate = 5; {call};",
                $"{call}; Options.Rate = 5;"
            )
        );

    [Theory]
    [InlineData("namespace Mlops.Dsl.Generated { static class PipelineRegistration { ", 0)]
    [InlineData("namespace Mlops.Dsl.Generated { static class ServiceRegistration { ", 0)]
    [InlineData("namespace Mlops.Dsl.Generated { static class OtherRegistration { ", 1)]
    [InlineData("namespace Other { static class PipelineRegistration { ", 1)]
    public void What_only_registers_when_a_module_is_loaded_is_no_part(string opening, int expected)
    {
        var symbols = WalkedStages
            .Of(
                opening
                    + """
                    [ModuleInitializer] internal static void Load() { } } }
                    [Pipeline("p")] class P { [Stage] public int A() => 1; }
                    """
            )["A"]
            .Symbols.Select(symbol => symbol.Symbol);

        Assert.Equal(expected, symbols.Count(symbol => symbol.StartsWith("module initializers", StringComparison.Ordinal)));
    }
}
