using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

/// <summary>A pipeline may be as wrong as it likes: what the user reads is about the user's own code, never about generated code.</summary>
public class InvalidPipelineTests
{
    public static IEnumerable<TheoryDataRow<string>> Samples =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "Invalid"))
            .Order(StringComparer.Ordinal)
            .Select(static path => new TheoryDataRow<string>(Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_compiler_says_nothing_about_generated_code(string sample)
    {
        var path = Path.Combine("Invalid", sample);
        var run = GeneratorRun.Start(GeneratorProject.FromSample(path).WithGenerators(new StraySourceGenerator()));
        GeneratedCode.AssertNoDiagnosticsInside(run);

        var first = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", path)).First();
        var expected = first.StartsWith("// errors: ", StringComparison.Ordinal) ? first["// errors: ".Length..] : "";
        if (expected != "any")
        {
            Assert.Equal(expected, string.Join(' ', GeneratedCode.UserErrors(run)));
        }
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp10)]
    public void A_language_that_generated_code_is_not_written_in_gets_none(LanguageVersion version)
    {
        var project = GeneratorProject
            .Create(
                "using Mlops.Dsl; [Pipeline(\"p\")] public sealed partial class P { [Stage] public int A() => 1; } [Row] public sealed "
                    + "partial record R(int X);"
            )
            .WithGenerators(new Generators.Rows.RowGenerator());
        Assert.Empty(GeneratorRun.Start(project with { ParseOptions = project.ParseOptions.WithLanguageVersion(version) }).Sources);
    }

    [Fact]
    public void Every_prefix_of_a_pipeline_leaves_generated_code_without_errors()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Areas.cs"));
        var run = GeneratorRun.Start(GeneratorProject.Create(text));
        for (var length = text.Length - 1; length > 0; length -= 37)
        {
            var prefix = text[..length];
            run = run.Rerun(project => project.WithEdit("Test0.cs", _ => prefix));
            GeneratedCode.AssertNoDiagnosticsInside(run);
        }
    }
}
