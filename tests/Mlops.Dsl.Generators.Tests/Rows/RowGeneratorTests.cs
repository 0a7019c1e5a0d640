using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Rows;

public sealed class RowGeneratorTests
{
    private const string ApiMember = """
        using System.ComponentModel.DataAnnotations;
        using Mlops.Dsl;

        namespace Docs;

        /// <summary>A documented member.</summary>
        [Row]
        public sealed partial record ApiMember(
            [Required, RegularExpression("^[TMPFE]:.+")] string Id,
            [StringLength(400, MinimumLength = 3), Feature] string Summary,
            [Range(0, 1)] double? Weight,
            [Required, Label] string Area)
        {
            /// <summary>The summary's length.</summary>
            [Feature] public int Length => Summary?.Length ?? 0;

            public string Shout => Id.ToUpperInvariant();

            public Address? Home { get; init; }
        }

        public sealed record Address(string Street, ApiMember? Neighbour);
        """;

    [Fact]
    public void A_row_has_a_schema_with_typed_columns_roles_and_constraints()
    {
        var lines = RowProgram.Run(
            ApiMember,
            """
            public static IEnumerable<string> Main()
            {
                foreach (var column in Docs.ApiMember.Schema.Columns)
                    yield return $"{column.Name}: {column.TypeName}, {column.Role}, {string.Join("; ", column.Constraints)}";
                yield return Docs.ApiMember.Columns.Weight.Get(new("T:x", "abc", 0.5, "a")).ToString()!;
            }
            """
        );
        Assert.Equal(
            [
                "Id: string, None, given; a text that matches ^[TMPFE]:.+",
                "Summary: string, Feature, there; 3 to 400 characters long",
                "Weight: double?, None, between 0 and 1",
                "Area: string, Label, given",
                "Length: int, Feature, ",
                "Home: Address?, None, ",
                "0.5",
            ],
            lines
        );
    }

    [Fact]
    public void Rows_are_validated_and_read_back_even_where_they_are_wrong()
    {
        var lines = RowProgram.Run(
            ApiMember,
            RowProgram.Tools
                + """
                public static IEnumerable<string> Main()
                {
                    Docs.ApiMember good = new("T:x", "abc", 0.5, "a") { Home = new("s", new("M:y", "abc", null, "b")) };
                    Docs.ApiMember bad = new(null!, "a", double.NaN, "");
                    var raw = new Raw<Docs.ApiMember>([good, bad, good]);
                    var codec = Mlops.Dsl.Serialization.Codecs.Raw(Mlops.Dsl.Serialization.Codecs.Row<Docs.ApiMember>());
                    var back = Read(codec, Write(codec, raw));
                    yield return back.SequenceEqual(raw).ToString();
                    yield return codec.Schema;
                    var validated = back.Validate(maxInvalidShare: 0.5);
                    yield return validated.Report.ToString();
                    foreach (var problem in validated.Report.Rejects[0].Problems) yield return $"{problem.Column} {problem.Message}";
                    string message;
                    try { back.Validate(); message = ""; } catch (DataValidationException exception) { message = exception.Message.Split('\n')[0]; }
                    yield return message;
                }
                """
        );
        Assert.Equal(
            [
                "True",
                "raw(object(Id:string?,Summary:string?,Weight:float64?,Area:string?,Home:object(Street:string,Neighbour:^ApiMember?)?))",
                "2 of 3 rows are valid",
                "Id must be given, but is null",
                "Summary must be 3 to 400 characters long, but is 'a'",
                "Weight must be between 0 and 1, but is 'NaN'",
                "Area must be given, but is ''",
                "1 of 3 rows (33.3333%) break the schema of ApiMember; at most 0% may.",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("[Row] public partial record struct R(int X);", "new R(1)")]
    [InlineData("[Row] public readonly partial record struct R(int X, string? Y);", "new R(1, null)")]
    [InlineData(
        "[Row] public partial class R { public int X { get; init; } public override bool Equals(object? o) => o is R r && r.X == X; public "
            + "override int GetHashCode() => X; }",
        "new R { X = 1 }"
    )]
    [InlineData(
        "[Row] internal sealed partial record R(int Schema, string Codec, double Columns, bool RowCodec);",
        "new R(1, \"c\", 2, true)"
    )]
    [InlineData(
        "[Row] public sealed partial record R(int @class, int @record) { public required DateOnly Day { get; init; } }",
        "new R(1, 2) { Day = default }"
    )]
    [InlineData(
        "public abstract record Base([property: Feature] int Id); [Row] public sealed partial record R(int Id, string Name) : Base(Id);",
        "new R(1, \"n\")"
    )]
    [InlineData(
        "public partial class Outer { [Row] public sealed partial record R(int X); } [Row] public sealed partial record R(Outer.R Inner, "
            + "List<Outer.R>? More);",
        "new R(new Outer.R(2), null)"
    )]
    [InlineData(
        "[Row] public sealed partial record R(Kind Kind, Dictionary<string, Leaf>? Tags); public enum Kind { A, B } public readonly record "
            + "struct Leaf(int X);",
        "new R(Kind.B, null)"
    )]
    [InlineData("#nullable disable\n[Row] public sealed partial record R(string X);", "new R(null)")]
    public void A_row_of_this_shape_is_read_back(string declaration, string value) =>
        Assert.Equal(
            ["True"],
            RowProgram.Run(
                "using Mlops.Dsl; using System.ComponentModel.DataAnnotations;\n" + declaration,
                RowProgram.Tools
                    + $$"""
                    public static IEnumerable<string> Main()
                    {
                        var codec = Mlops.Dsl.Serialization.Codecs.Row<R>();
                        var value = {{value}};
                        yield return value.Equals(Read(codec, Write(codec, value))).ToString();
                    }
                    """
            )
        );

    [Theory]
    [InlineData("[Row] public sealed record R(int X);")]
    [InlineData("[Row] public abstract partial record R(int X);")]
    [InlineData("[Row] public sealed partial record R<T>(T X);")]
    [InlineData("public class Outer { [Row] public sealed partial record R(int X); }")]
    [InlineData("[Row] [Row] public sealed partial record R(int X);")]
    [InlineData("[Row] public sealed partial record R(System.Action X);")]
    [InlineData("[Row] public sealed partial record R(Unknown X);")]
    [InlineData("[Row] public sealed partial record R(int X")]
    [InlineData("[Row] public partial")]
    public void A_row_that_can_not_be_one_gets_no_error_from_generated_code(string declaration) =>
        RowProgram.AssertNoGeneratedError("using Mlops.Dsl;\n" + declaration);

    [Fact]
    public void Rows_whose_names_differ_in_case_alone_have_files_of_their_own() =>
        GeneratorRun
            .Start(
                RowProgram.Project(
                    "using Mlops.Dsl; namespace A { [Row] public partial record Row1(int X); [Row] public partial record row1(int X); } "
                        + "namespace a { [Row] public partial record Row1(int X); }"
                )
            )
            .Compilation.AssertCompiles();

    [Fact]
    public void An_unrelated_edit_leaves_every_step_cached_and_nothing_keeps_the_compilation()
    {
        var run = GeneratorRun.Start(RowProgram.Project(ApiMember).WithSource("Other.cs", "class Other { }"));
        GeneratorAssert.RetainsNoCompilation(run);
        GeneratorAssert.HintNamesAreUnique(run);
        GeneratorAssert.StepsAreCached(run.Rerun(static project => project.WithEdit("Other.cs", static text => text + " class More { }")));
        GeneratorAssert.IsIndependentOfFileOrder(run.Project);
    }
}
