using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

/// <summary>Whatever the user calls things, generated code compiles and means what it says.</summary>
public class HostileNameTests
{
    public static IEnumerable<TheoryDataRow<string>> Samples =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "Hostile"))
            .Order(StringComparer.Ordinal)
            .Select(static path => new TheoryDataRow<string>(Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Any_name_compiles(string sample)
    {
        var run = GeneratorRun.Start(GeneratorProject.FromSample(Path.Combine("Hostile", sample)));
        GeneratedCode.AssertClean(run);
        GeneratorAssert.HintNamesAreUnique(run);
        Assert.Contains(run.Sources.Keys, static name => name.EndsWith("-Stages.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Classes_that_differ_in_case_alone_have_files_that_do_not()
    {
        var run = GeneratorRun.Start(
            GeneratorProject.Create(
                """
                using Mlops.Dsl;
                namespace N;
                [Pipeline("a")] public sealed partial class Docs { [Stage] public int S() => 1; }
                [Pipeline("b")] public sealed partial class docs { [Stage] public int S() => 1; }
                [Pipeline("c")] public sealed partial class Other { [Stage] public int S() => 1; }
                """
            )
        );
        GeneratorAssert.HintNamesAreUnique(run);
        Assert.Contains("N.Other.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("N.Docs.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Long_names_give_files_that_a_disk_can_hold()
    {
        var name = new string('N', 500);
        var run = GeneratorRun.Start(
            GeneratorProject
                .Create(
                    $$"""
                    using Mlops.Dsl;
                    namespace {{name}};
                    [Pipeline("p")] public sealed partial class P{{name}} { [Stage] public R{{name}} S{{name}}() => new(1); public record R{{name}}(int Y); [Stage] private Hidden{{name}} T() => new(1); private record Hidden{{name}}(int Y); }
                    [Row] public sealed partial record Q{{name}}(int X);
                    """
                )
                .WithGenerators(new Generators.Rows.RowGenerator())
        );
        GeneratedCode.AssertClean(run);
        GeneratorAssert.HintNamesAreUnique(run);
        Assert.All(run.Sources.Keys, static file => Assert.InRange(file.Length, 1, 200));
    }
}
