using Mlops.Dsl.Testing.Generation;
using Mlops.Dsl.Testing.Tests.Samples;

namespace Mlops.Dsl.Testing.Tests;

public class GeneratorRunTests
{
    [Fact]
    public void An_unrelated_edit_leaves_steps_cached()
    {
        var run = GeneratorRun.Start(Project(new())).Rerun(p => p.WithEdit("Test1.cs", text => text + "// a comment"));
        GeneratorAssert.StepsAreCached(run);
        GeneratorAssert.StepsAreCached(run, "Classes");
    }

    [Fact]
    public void A_step_that_ran_anew_fails()
    {
        var run = GeneratorRun.Start(Project(new())).Rerun(p => p.WithEdit("Test1.cs", _ => "class Renamed { }"));
        Assert.Contains("Classes: Modified", Fails(() => GeneratorAssert.StepsAreCached(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_does_not_exist_fails() =>
        Assert.Contains(
            "the steps are Classes",
            Fails(() => GeneratorAssert.StepsAreCached(GeneratorRun.Start(Project(new())), "Clases")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_kept_symbol_is_found()
    {
        GeneratorAssert.RetainsNoCompilation(GeneratorRun.Start(Project(new())));
        var failure = Fails(() => GeneratorAssert.RetainsNoCompilation(GeneratorRun.Start(Project(new(keepSymbol: true)))));
        Assert.Contains("keeps a ISymbol: Classes.Extra", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependence_on_the_order_of_files_is_found()
    {
        GeneratorAssert.IsIndependentOfFileOrder(Project(new()));
        Assert.Contains(
            "All.g.cs",
            Fails(() => GeneratorAssert.IsIndependentOfFileOrder(Project(new(dependOnOrder: true)))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_repeated_hint_name_fails() =>
        Assert.Contains("hintName", Fails(() => GeneratorRun.Start(Project(new(collide: true)))), StringComparison.Ordinal);

    [Fact]
    public void Hint_names_of_two_generators_must_differ()
    {
        var run = GeneratorRun.Start(Project(new()).WithGenerators(new UpperCaseGenerator()));
        Assert.Contains("Hint names collide", Fails(() => GeneratorAssert.HintNamesAreUnique(run)), StringComparison.Ordinal);
        GeneratorAssert.HintNamesAreUnique(GeneratorRun.Start(Project(new())));
    }

    private static string Fails(Action check) => Assert.Throws<VerificationException>(check).Message;

    private static TestProject Project(TypeListGenerator generator) =>
        TestProject.Create("class First { }", "class Second { }").WithGenerators(generator);

    private sealed class UpperCaseGenerator : Microsoft.CodeAnalysis.IIncrementalGenerator
    {
        public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(c => c.AddSource("FIRST.g.cs", ""));
    }
}
