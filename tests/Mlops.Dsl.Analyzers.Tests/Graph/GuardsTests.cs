using Mlops.Dsl.Analyzers.Graph;

namespace Mlops.Dsl.Analyzers.Tests.Graph;

public class GuardsTests
{
    private const string Start = """
        [Stage] public int Fit() => 1;
        [Gate] public GateResult Good(int fit) => GateResult.AtLeast(fit, 1);

        """;

    [Theory]
    [InlineData("[Publish(\"m\")] public int Release(int fit) => fit;", "")]
    [InlineData("[Publish(\"m\"), After(nameof(Good))] public int Release(int fit) => fit;", "")]
    [InlineData("[Publish(\"m\"), When(nameof(Good))] public int Release(int fit) => fit;", "Good Condition True Release")]
    [InlineData("[Publish(\"m\"), Unless(nameof(Good))] public int Release(int fit) => fit;", "Good Condition False Release")]
    [InlineData("[Publish(\"m\")] public int Release(int fit, GateResult good) => fit;", "Good Code True Release")]
    [InlineData(
        "[Stage, When(nameof(Good))] public string Export(int fit) => \"\"; [Publish(\"m\")] public string Release(string export) "
            + "=> export;",
        "Good Condition True Export"
    )]
    [InlineData(
        "[Stage, When(nameof(Good))] public void Deploy(int fit) { } [Publish(\"m\"), After(nameof(Deploy))] public int Release(int "
            + "fit) => fit;",
        "Good Condition True Deploy"
    )]
    [InlineData(
        "[Stage] public bool Ready(GateResult good) => good.Passed; [Publish(\"m\"), When(nameof(Ready))] public int Release(int "
            + "fit) => fit;",
        "Good Derived True Release, Good Code True Ready"
    )]
    [InlineData(
        "[Gate] public GateResult Both(GateResult good) => good; [Publish(\"m\"), When(nameof(Both))] public int Release(int fit) => fit;",
        "Both Condition True Release, Good Derived True Release"
    )]
    [InlineData(
        "[Gate, When(nameof(Good))] public GateResult Next(int fit) => GateResult.AtLeast(fit, 2); [Publish(\"m\"), When(nameof(Next))] "
            + "public int Release(int fit) => fit;",
        "Next Condition True Release, Good Condition True Next"
    )]
    [InlineData("[Parameter] public bool On { get; init; } [Publish(\"m\"), When(nameof(On))] public int Release(int fit) => fit;", "")]
    public void A_gate_guards_what_needs_its_consent(string members, string expected)
    {
        var guards = Guards.Of(Bound.Pipeline(Start + members).Stage("Release"));
        Assert.Equal(expected, string.Join(", ", guards.Select(g => $"{g.Gate.Name} {g.Kind} {g.Passes} {g.At.Name}")));
    }
}
