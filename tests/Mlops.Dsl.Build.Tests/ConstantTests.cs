using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Manifests.Constants;
using Mlops.Dsl.Build.Tests.Harness;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Build.Tests;

/// <summary>
/// Constants leave their values in the code and not their names: what is recorded for explanations finds the names again.
/// </summary>
public sealed class ConstantTests
{
    private const string Uses = """
        [Pipeline("p")] public class P
        {
            private readonly int _initial = Lib.Own;
            [Stage] public double A() => Lib.Count * Lib.Scale() + _initial;
            [Stage] public string B() => string.Concat(new[] { 1 }.Select(item => item + Lib.Title));
            [Stage] public IEnumerable<decimal> C() { yield return Lib.Price; }
            [Stage] public int D() => 3;
        }
        """;

    private const string Library = """
        public static class Lib
        {
            public const int Count = 1234;
            public const int Own = 77;
            public const string Title = "a title";
            public const decimal Price = 9.95m;
            public const double Unused = 0.25;
            public enum Kind { One = 1234 }
            public static double Scale(float factor = 1.5f, Kind kind = Kind.One) => factor;
        }
        """;

    [Theory]
    [InlineData("P.A()", "Lib.Count=1234", "Lib.Scale(factor)=1.5", "Lib.Scale(kind)=1234")]
    [InlineData("P._initial (initial value)", "Lib.Own=77")]
    [InlineData("P.B()", "Lib.Title=\"a title\"")]
    [InlineData("P.C()", "Lib.Price=9.95")]
    [InlineData("P.D()")]
    public void Constants_and_default_arguments_are_known_by_the_values_in_the_code(string symbol, params string[] expected)
    {
        var details = Describe(Library + Uses, symbol);
        Assert.Equal(expected, details.Constants.Select(constant => $"{constant.Key}={constant.Value}"));
    }

    [Theory]
    [InlineData("Count = 1234", "Count = 7", true)]
    [InlineData("Count = 1234", "Count = 100000", true)]
    [InlineData("Lib.Count * ", "Lib.Count / ", false)]
    public void The_shape_of_code_does_not_depend_on_literals(string text, string replacement, bool isSame)
    {
        var before = Describe(Library + Uses, "P.A()");
        var after = Describe((Library + Uses).Replace(text, replacement, StringComparison.Ordinal), "P.A()");
        Assert.Equal(isSame, before.Shape == after.Shape);
    }

    [Fact]
    public void All_constants_of_a_module_are_in_its_table()
    {
        const string Source =
            "public static class Lib { public const bool On = true; public static void M(char c = 'x') { } } [Pipeline(\"p\")] class P;";
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(Source), OptimizationLevel.Release);
        var (name, details) = Assert.Single(new SymbolConstants(modules).Tables);

        Assert.Equal("constants of Main", name);
        Assert.Equal(["Lib.M(c)='x'", "Lib.On=true"], details.Constants.Select(constant => $"{constant.Key}={constant.Value}"));
    }

    [Fact]
    public void Details_are_read_as_they_were_written()
    {
        var details = new SymbolDetails("00ff", "12ab", [new("Lib.Title", "a=b"), new("Lib.M(x)", "")]);
        var read = SymbolDetails.Parse(details.ToString());

        Assert.Equal((details.Hash, details.Shape), (read.Hash, read.Shape));
        Assert.Equal(details.Constants, read.Constants);
        Assert.Equal("00ff", SymbolDetails.Parse("00ff").Hash);
    }

    private static SymbolDetails Describe(string source, string symbol)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
        return new SymbolConstants(modules).Describe(symbol, "00");
    }
}
