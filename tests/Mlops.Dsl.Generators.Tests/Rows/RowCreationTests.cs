using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests.Rows;

public sealed class RowCreationTests
{
    private const string Usings = "using Mlops.Dsl; using System.ComponentModel.DataAnnotations;\n";

    [Theory]
    [InlineData("[Row] public partial record struct R(int X);", "new R(1)")]
    [InlineData("[Row] public readonly partial record struct R(int X, string? Y);", "new R(1, null)")]
    [InlineData(
        "[Row] public partial class R { public int X { get; init; } public string Y { get; set; } = \"\"; public override bool "
            + "Equals(object? o) => o is R r && r.X == X && r.Y == Y; public override int GetHashCode() => X; }",
        "new R { X = 1, Y = \"y\" }"
    )]
    [InlineData(
        "[Row] internal sealed partial record R(int Schema, string Codec, double Columns, bool Create);",
        "new R(1, \"c\", 2, true)"
    )]
    [InlineData(
        "[Row] public sealed partial record R(int @class, int @record) { public required DateOnly Day { get; init; } }",
        "new R(1, 2) { Day = new(2025, 1, 2) }"
    )]
    [InlineData(
        "[Row] public sealed partial record R(string Text) { public int? Weight { get; init; } [Feature] public int Length => "
            + "Text.Length; }",
        "new R(\"abc\") { Weight = 4 }"
    )]
    [InlineData(
        "public abstract record Base([property: Feature] int Id); [Row] public sealed partial record R(string Name, int Id) : Base(Id);",
        "new R(\"n\", 7)"
    )]
    [InlineData(
        "public partial class Outer { [Row] internal sealed partial record R(int X); } [Row] internal sealed partial record R(Outer.R "
            + "Inner, List<Outer.R>? More);",
        "new R(new Outer.R(2), null)"
    )]
    [InlineData(
        "[Row] public sealed partial class R { public R(int x) => X = x; public int X { get; } public long Y { get; set; } public override "
            + "bool Equals(object? o) => o is R r && r.X == X && r.Y == Y; public override int GetHashCode() => X; }",
        "new R(3) { Y = 4 }"
    )]
    [InlineData(
        "[Row] public sealed partial record R { private int _x; [Feature] public int X { get => _x; set => _x = value; } }",
        "new R { X = 5 }"
    )]
    [InlineData(
        "[Row] public sealed partial record R { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public R(int x) => X = x; public "
            + "required int X { get; init; } }",
        "new R(6)"
    )]
    public void A_row_of_this_shape_is_made_of_its_columns(string declaration, string value) =>
        Assert.Equal(
            ["True", "False"],
            RowProgram.Run(
                Usings + declaration,
                RowProgram.Tools
                    + $$"""
                    public static IEnumerable<string> Main()
                    {
                        var value = {{value}};
                        yield return value.Equals(Again(value)).ToString();
                        yield return value.Equals(Empty<R>()).ToString();
                    }

                    private static T Empty<T>() where T : IRow<T> => T.Create(RowValues.For(T.Schema));
                    """
            )
        );

    [Theory]
    [InlineData(
        "[Row] public sealed partial class R { [Label] public int X { get; } = 5; }",
        "'R' can't be made of its columns: it can't be made again: no constructor that generated code can call takes 'X', and what can't "
            + "be set by init has to be taken by name and type."
    )]
    [InlineData(
        "[Row] public sealed partial class R { public int X { get; init; } public required int Y; }",
        "'R' can't be made of its columns: it has the required member 'Y', which is no column."
    )]
    [InlineData(
        "[Row] public sealed partial class R { private R() { } public int X { get; init; } public static R Make() => new(); }",
        "'R' can't be made of its columns: it has no constructor that takes members only, or none at all that generated code can call."
    )]
    public void A_row_that_can_not_be_made_says_why(string declaration, string message) =>
        Assert.Equal(
            [message],
            RowProgram.Run(
                Usings + declaration,
                """
                public static IEnumerable<string> Main()
                {
                    string message;
                    try { Make<R>(); message = ""; } catch (NotSupportedException exception) { message = exception.Message; }
                    yield return message;
                }

                private static T Make<T>() where T : IRow<T> => T.Create(RowValues.For(T.Schema));
                """
            )
        );

    [Fact]
    public void Columns_know_how_their_values_are_written_as_text_and_which_are_computed() =>
        Assert.Equal(
            [
                "Id: a whole number from -9223372036854775808 to 9223372036854775807, given",
                "Day: one of A, B, or empty for none, given",
                "Many: none, given",
                "Weight: a number such as 0.8, with '.' before the fraction, or empty for none, given",
                "Length: a whole number from -2147483648 to 2147483647, computed",
            ],
            RowProgram.Run(
                Usings
                    + """
                    public enum Kind { A, B }
                    [Row] public sealed partial record R([RowKey] long Id, Kind? Day, Dictionary<string, int> Many, float? Weight) { [Feature] public int Length => Many.Count; }
                    """,
                """
                public static IEnumerable<string> Main() => R.Schema.Columns.Select(column =>
                    $"{column.Name}: {column.Accept(new Expected<R>())}, {(column.IsComputed ? "computed" : "given")}");

                private sealed class Expected<TRow> : IRowColumnVisitor<TRow, string>
                {
                    public string Visit<T>(RowColumn<TRow, T> column) => column.Format?.Expected ?? "none";
                }
                """
            )
        );

    [Fact]
    public void A_key_is_neither_a_feature_nor_a_label() =>
        Assert.Equal(
            ["Id Key", "Area Group", "Text Feature"],
            RowProgram.Run(
                Usings + "[Row] public sealed partial record R([RowKey] long Id, [Group] string Area, [Feature] string Text);",
                "public static IEnumerable<string> Main() => R.Schema.Columns.Select(column => $\"{column.Name} {column.Role}\");"
            )
        );
}
