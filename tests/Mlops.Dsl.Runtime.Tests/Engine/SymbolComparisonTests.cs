using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

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
            ["P.A() 01\ts", "constants of Lib \t\tLib.On=true"],
            ["P.A() 02\tt", "constants of Lib \t\tLib.On=false"],
            "Constant Lib.On true false",
            "Symbol P.A() 01 02"
        );

    [Fact]
    public void A_constant_changes_nothing_where_the_code_is_the_same() =>
        Expect(["P.A() 01\ts", "constants of Lib \t\tLib.K=5"], ["P.A() 01\ts", "constants of Lib \t\tLib.K=6"]);

    [Fact]
    public void Symbols_without_details_are_compared_as_they_are() =>
        Expect(
            ["P.A() 01", "P.B() 01", "P.C() 01"],
            ["P.A() 01", "P.B() 02", "P.D() 01"],
            "Symbol P.B() 01 02",
            "Symbol P.D()  01",
            "Symbol P.C() 01 "
        );

    [Fact]
    public void Each_constant_that_changed_is_named() =>
        Expect(
            ["P.A() 01\ts\tLib.K=5\tLib.L=1\tLib.M=2", "P.B() 01\ts\tLib.N=3"],
            ["P.A() 02\ts\tLib.K=6\tLib.L=1\tLib.M=3", "P.B() 02\ts\tLib.N=4"],
            "Constant Lib.K 5 6",
            "Constant Lib.M 2 3",
            "Constant Lib.N 3 4"
        );

    [Fact]
    public void Code_without_details_is_named_beside_a_constant() =>
        Expect(["P.A() 01\ts\tLib.K=5", "P.B() 01"], ["P.A() 02\ts\tLib.K=6", "P.B() 02"], "Constant Lib.K 5 6", "Symbol P.B() 01 02");

    [Fact]
    public void Code_of_another_shape_is_named_beside_a_constant_of_other_code() =>
        Expect(
            ["P.A() 01\ts\tLib.K=5", "P.B() 01\tt", "P.C() 01", "P.D() 01\tu"],
            ["P.A() 02\ts\tLib.K=6", "P.B() 02\tu", "P.D() 01\tu", "P.E() 01\tu"],
            "Constant Lib.K 5 6",
            "Symbol P.B() 01 02",
            "Symbol P.E()  01",
            "Symbol P.C() 01 "
        );

    [Fact]
    public void Tables_are_not_asked_where_a_constant_is_found_in_the_code() =>
        Expect(
            ["P.A() 01\ts\tLib.K=5", "constants of Lib \t\tLib.K=5\tLib.Z=1"],
            ["P.A() 02\ts\tLib.K=6", "constants of Lib \t\tLib.K=6\tLib.Z=2"],
            "Constant Lib.K 5 6"
        );

    [Fact]
    public void Only_constants_of_tables_are_named_where_the_code_has_none() =>
        Expect(
            ["P.A() 01\ts", "P.B() 01\ts\tLib.J=1", "constants of Lib \t\tLib.K=5\tLib.L=5"],
            ["P.A() 02\ts", "P.B() 01\ts\tLib.J=2", "constants of Lib \t\tLib.K=6\tLib.L=5"],
            "Constant Lib.K 5 6"
        );

    [Fact]
    public void A_table_that_only_one_side_has_tells_nothing()
    {
        Expect(["P.A() 01\ts"], ["P.A() 02\ts", "constants of Lib \t\tLib.K=6"], "Symbol P.A() 01 02");
        Expect(["P.A() 01\ts", "constants of Lib \t\tLib.K=6"], ["P.A() 02\ts"], "Symbol P.A() 01 02");
        Expect(["P.A() 01\ts"], ["P.A() 01\ts", "constants of Lib \t\tLib.K=6"]);
    }

    [Fact]
    public void A_symbol_without_a_text_has_an_empty_one() =>
        Assert.Equal(
            [new KeyChange(KeyChangeKind.Symbol, "P.A()", "", "01")],
            SymbolComparison.Compare([new NamedText("P.A()", null)], [new NamedText("P.A()", "01")])
        );

    [Fact]
    public void In_words_a_constant_has_its_values() =>
        Assert.Equal(
            "code changed (P.B()), Lib.K 5 → 6",
            ChangeText.Describe([new(KeyChangeKind.Constant, "Lib.K", "5", "6"), new(KeyChangeKind.Symbol, "P.B()", "1", "2")])
        );

    private static void Expect(string[] before, string[] after, params string[] changes) =>
        Assert.Equal(
            changes,
            SymbolComparison
                .Compare(Symbols(before), Symbols(after))
                .Select(static change => $"{change.Kind} {change.Name} {change.Before} {change.After}")
        );

    /// <summary>The last space of a line is that before the details.</summary>
    private static NamedText[] Symbols(string[] lines) =>
        [.. lines.Select(static line => new NamedText(line[..line.LastIndexOf(' ')], line[(line.LastIndexOf(' ') + 1)..]))];
}
