using Mlops.Dsl.Runtime.Engine;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class SymbolComparisonTests
{
    [Fact]
    public void A_changed_constant_is_named_in_place_of_the_code_that_uses_it() =>
        Expect(["P.A() 01\tshape\tLib.K=5\tLib.L=1"], ["P.A() 02\tshape\tLib.K=6\tLib.L=1"], "Constant Lib.K 5 6");

    [Fact]
    public void Code_that_changed_as_well_is_named_after_the_constant() =>
        Expect(["P.A() 01\tshape\tLib.K=5"], ["P.A() 02\tother\tLib.K=6"], "Constant Lib.K 5 6", "Symbol P.A() 01 02");

    [Fact]
    public void A_constant_of_several_symbols_is_named_once() =>
        Expect(["P.A() 01\ts\tLib.K=5", "P.B() 01\tt\tLib.K=5"], ["P.A() 02\ts\tLib.K=6", "P.B() 02\tt\tLib.K=6"], "Constant Lib.K 5 6");

    [Fact]
    public void Changed_literals_that_are_no_constants_are_a_change_of_the_code() =>
        Expect(["P.A() 01\ts\tLib.K=5"], ["P.A() 02\ts\tLib.J=6"], "Symbol P.A() 01 02");

    [Fact]
    public void A_constant_in_code_that_is_the_same_is_another_with_the_same_value() =>
        Expect(["P.A() 01\ts\tLib.K=5"], ["P.A() 01\ts\tLib.K=6"]);

    [Fact]
    public void A_constant_that_the_compiler_computed_with_is_named_where_only_literals_changed() =>
        Expect(["P.A() 01\ts", "constants of Lib \t\tLib.K=5"], ["P.A() 02\ts", "constants of Lib \t\tLib.K=6"], "Constant Lib.K 5 6");

    [Fact]
    public void A_constant_that_switches_code_on_and_off_is_named_with_the_code() =>
        Expect(
            ["P.A() 01\ts", "constants of Lib \t\tLib.On=true"], ["P.A() 02\tt", "constants of Lib \t\tLib.On=false"],
            "Constant Lib.On true false", "Symbol P.A() 01 02");

    [Fact]
    public void A_constant_changes_nothing_where_the_code_is_the_same() =>
        Expect(["P.A() 01\ts", "constants of Lib \t\tLib.K=5"], ["P.A() 01\ts", "constants of Lib \t\tLib.K=6"]);

    [Fact]
    public void Symbols_without_details_are_compared_as_they_are() =>
        Expect(["P.A() 01", "P.B() 01", "P.C() 01"], ["P.A() 01", "P.B() 02", "P.D() 01"], "Symbol P.B() 01 02", "Symbol P.D()  01", "Symbol P.C() 01 ");

    [Fact]
    public void In_words_a_constant_has_its_values() =>
        Assert.Equal("code changed (P.B()), Lib.K 5 → 6", ChangeText.Describe([new(KeyChangeKind.Constant, "Lib.K", "5", "6"), new(KeyChangeKind.Symbol, "P.B()", "1", "2")]));

    private static void Expect(string[] before, string[] after, params string[] changes) =>
        Assert.Equal(
            changes,
            SymbolComparison.Compare(Symbols(before), Symbols(after)).Select(static change => $"{change.Kind} {change.Name} {change.Before} {change.After}"));

    /// <summary>The last space of a line is that before the details.</summary>
    private static NamedText[] Symbols(string[] lines) => [.. lines.Select(static line => new NamedText(line[..line.LastIndexOf(' ')], line[(line.LastIndexOf(' ') + 1)..]))];
}
