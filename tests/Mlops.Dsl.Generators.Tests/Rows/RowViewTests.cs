using System.Reflection;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Rows;

public sealed class RowViewTests
{
    private const string Applicant = """
        using System.ComponentModel.DataAnnotations;
        using Mlops.Dsl;

        namespace Credit;

        /// <param name="Age">In years.</param>
        [Row]
        public sealed partial record Applicant(
            [RowKey] long Id,
            [Range(17, 120), Feature] int Age,
            [Feature] string? Workclass,
            [Protected] string Sex,
            [Pii] string Name,
            [Label] bool Over50K)
        {
            /// <summary>The age in months.</summary>
            [Feature] public int Months => Age * 12;
        }
        """;

    private const string View =
        "using Mlops.Dsl; namespace Credit;\n[RowView(typeof(Applicant), Without = ColumnRole.Label)]\npublic sealed partial record "
        + "Application;";

    [Fact]
    public void A_view_has_the_columns_of_its_row_but_the_label() =>
        Assert.Equal(
            [
                "Id: long, Key, False, False; ",
                "Age: int, Feature, False, False; between 17 and 120",
                "Workclass: string?, Feature, False, False; ",
                "Sex: string, None, False, True; there",
                "Name: string, None, True, False; there",
                "Months: int, Feature, False, False; ",
            ],
            RowProgram.Run(
                RowProgram.Project(Applicant).WithSource("View.cs", View),
                """
                public static IEnumerable<string> Main() => Credit.Application.Schema.Columns.Select(column =>
                    $"{column.Name}: {column.TypeName}, {column.Role}, {column.IsPersonal}, {column.IsProtected}; {string.Join("; ", column.Constraints)}");
                """
            )
        );

    [Fact]
    public void A_view_is_made_of_a_row_of_values_and_of_its_bytes() =>
        Assert.Equal(
            [
                "Application { Id = 1, Age = 40, Workclass = , Sex = F, Name = N, Months = 480 }",
                "True",
                "True",
                "True",
                "40",
                "object(Id:int64,Age:int32,Workclass:string?,Sex:string?,Name:string?,Months:int32)",
            ],
            RowProgram.Run(
                RowProgram.Project(Applicant).WithSource("View.cs", View),
                RowProgram.Tools
                    + """
                    public static IEnumerable<string> Main()
                    {
                        var row = new Credit.Applicant(1, 40, null, "F", "N", true);
                        var view = Credit.Application.From(row);
                        yield return view.ToString();
                        yield return view.Equals(Again(view)).ToString();
                        yield return view.Equals(Of<Credit.Applicant, Credit.Application>(row)).ToString();
                        var codec = Mlops.Dsl.Serialization.Codecs.Row<Credit.Application>();
                        yield return view.Equals(Read(codec, Write(codec, view))).ToString();
                        yield return Credit.Application.Columns.Age.Get(view).ToString();
                        yield return codec.Schema;
                    }

                    private static TView Of<TRow, TView>(TRow row) where TView : IRowView<TRow, TView> => TView.From(row);
                    """
            )
        );

    [Fact]
    public void Columns_keep_the_descriptions_and_the_attributes_of_the_row_s()
    {
        var source = Assert.Single(
            GeneratorRun.Start(RowProgram.Project(Applicant).WithSource("View.cs", View)).Sources.Values,
            static source => source.Contains("IRowView<", StringComparison.Ordinal)
        );
        Assert.Contains("/// <param name=\"Age\">In years.</param>", source, StringComparison.Ordinal);
        Assert.Contains("/// <summary>The age in months.</summary>", source, StringComparison.Ordinal);
        Assert.Contains("[global::Mlops.Dsl.PiiAttribute] string Name", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[RowView(typeof(Applicant))] public partial record V;", "Id Age Workclass Sex Name Months")]
    [InlineData(
        "[RowView(typeof(Applicant), Without = ColumnRole.Key)] public sealed partial record V;",
        "Age Workclass Sex Name Over50K Months"
    )]
    [InlineData(
        "[RowView(typeof(Applicant), Without = ColumnRole.None)] public sealed partial record V { }",
        "Id Age Workclass Sex Name Over50K Months"
    )]
    [InlineData(
        "public interface IAged { int Age { get; } } [RowView(typeof(Applicant), Without = ColumnRole.Feature)] internal sealed partial "
            + "record V : IEquatable<V>;",
        "Id Sex Name Over50K"
    )]
    [InlineData(
        "[Row] internal sealed partial record Small(int From, int Schema, int @class); [RowView(typeof(Small))] internal sealed partial "
            + "record V;",
        "From Schema class"
    )]
    [InlineData("[Row] internal sealed partial record Small(int X); [RowView(typeof(Small))] public sealed partial record V;", "X")]
    [InlineData(
        "[Row] public partial record struct Small(int X, DateOnly? Y); [RowView(typeof(Small))] public sealed partial record V;",
        "X Y"
    )]
    public void A_view_of_this_shape_has_columns(string declaration, string columns) =>
        Assert.Equal(
            [columns, "True"],
            RowProgram.Run(
                RowProgram.Project(Applicant).WithSource("View.cs", "using Mlops.Dsl; namespace Credit;\n" + declaration),
                RowProgram.Tools
                    + """
                    public static IEnumerable<string> Main()
                    {
                        var schema = Schema<Credit.V>();
                        yield return string.Join(' ', schema.Columns.Select(column => column.Name));
                        var view = Empty<Credit.V>();
                        yield return view.Equals(Again(view)).ToString();
                    }

                    private static RowSchema<T> Schema<T>() where T : IRow<T> => T.Schema;
                    private static T Empty<T>() where T : IRow<T> => T.Create(RowValues.For(T.Schema));
                    """
            )
        );

    [Fact]
    public void A_row_of_another_assembly_has_views_here()
    {
        var image = GeneratorRun.Start(RowProgram.Project(Applicant) with { AssemblyName = "Rows" }).Compilation.EmitImage().ToArray();
        var project = RowProgram.Project(View);
        project = project with { References = [.. project.References, MetadataReference.CreateFromImage(image)] };
        Assert.Equal(
            ["Id Key, Age Feature, Workclass Feature, Sex None, Name None, Months Feature", "True True"],
            RowProgram.Run(
                project,
                """
                public static IEnumerable<string> Main()
                {
                    yield return string.Join(", ", Credit.Application.Schema.Columns.Select(column => $"{column.Name} {column.Role}"));
                    yield return $"{Credit.Application.Columns.Name.IsPersonal} {Credit.Application.Columns.Sex.IsProtected}";
                }
                """,
                Assembly.Load(image)
            )
        );
    }

    [Theory]
    [InlineData("[RowView(typeof(Applicant))] public sealed record V;")]
    [InlineData("[RowView(typeof(Applicant))] public sealed partial class V;")]
    [InlineData("[RowView(typeof(Applicant))] public partial record struct V;")]
    [InlineData("[RowView(typeof(Applicant))] public sealed partial record V(int Age);")]
    [InlineData("[RowView(typeof(Applicant))] public sealed partial record V { public int Age { get; init; } }")]
    [InlineData("[RowView(typeof(Applicant))] public abstract partial record V;")]
    [InlineData("[RowView(typeof(Applicant))] public sealed partial record V<T>;")]
    [InlineData("[RowView(typeof(Applicant))] public sealed partial record Age;")]
    [InlineData("public record B(int X); [RowView(typeof(Applicant))] public sealed partial record V : B;")]
    [InlineData("[RowView(typeof(string))] public sealed partial record V;")]
    [InlineData("[RowView(typeof(V))] public sealed partial record V;")]
    [InlineData("[RowView(typeof(Missing))] public sealed partial record V;")]
    [InlineData("[RowView(null)] public sealed partial record V;")]
    [InlineData("[RowView] public sealed partial record V;")]
    [InlineData("[RowView(typeof(Applicant))] [RowView(typeof(Applicant))] public sealed partial record V;")]
    [InlineData("[RowView(typeof(Applicant))] [Row] public sealed partial record V;")]
    [InlineData("[RowView(typeof(Applicant))] [Prediction] public sealed partial record V;")]
    [InlineData("[Row] public sealed partial record L([Label] bool Y); [RowView(typeof(L))] public sealed partial record V;")]
    [InlineData("enum K { A } [Row] internal sealed partial record L(K Y); [RowView(typeof(L))] public sealed partial record V;")]
    [InlineData(
        "[Row] public sealed partial class L { public int Clone { get; init; } public int ToString { get; init; } } [RowView(typeof(L))] "
            + "public sealed partial record V;"
    )]
    [InlineData("[Row] public sealed partial record L(Unknown X); [RowView(typeof(L))] public sealed partial record V;")]
    [InlineData(
        "[Row] public sealed partial record L<T>(int X); [RowView(typeof(L<>))] public sealed partial record V; [RowView(typeof(L<int>))] "
            + "public sealed partial record W;"
    )]
    [InlineData("public class Outer { [RowView(typeof(Applicant))] public sealed partial record V; }")]
    [InlineData("[RowView(typeof(Applicant)] public sealed partial record V")]
    public void A_view_that_can_not_be_one_gets_no_error_from_generated_code(string declaration) =>
        RowProgram.AssertNoGeneratedError(Applicant + "\n" + declaration);

    [Fact]
    public void An_unrelated_edit_leaves_every_step_cached_and_an_edit_of_the_row_changes_the_view()
    {
        var run = GeneratorRun.Start(RowProgram.Project(Applicant).WithSource("View.cs", View).WithSource("Other.cs", "class Other { }"));
        GeneratorAssert.RetainsNoCompilation(run);
        GeneratorAssert.HintNamesAreUnique(run);
        GeneratorAssert.StepsAreCached(run.Rerun(static project => project.WithEdit("Other.cs", static text => text + " class More { }")));
        GeneratorAssert.IsIndependentOfFileOrder(run.Project);
        var edited = run.Rerun(static project =>
            project.WithEdit("Test0.cs", static text => text.Replace("Workclass", "Employer", StringComparison.Ordinal))
        );
        Assert.Contains(
            edited.Sources.Values,
            static source =>
                source.Contains("IRowView<", StringComparison.Ordinal) && source.Contains("string? Employer", StringComparison.Ordinal)
        );
    }
}
