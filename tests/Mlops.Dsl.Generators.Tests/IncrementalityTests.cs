using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

public class IncrementalityTests
{
    [Fact]
    public void An_edit_in_another_file_runs_no_step_anew()
    {
        var run = GeneratorRun.Start(Project());
        GeneratorAssert.StepsAreCached(
            run.Rerun(static project => project.WithEdit("Test1.cs", static text => text + "\nclass Added { int field; }"))
        );
    }

    [Fact]
    public void A_comment_and_a_changed_body_in_the_pipelines_own_file_emit_nothing_but_line_numbers()
    {
        var run = GeneratorRun
            .Start(Project())
            .Rerun(static project =>
                project.WithEdit(
                    "Test0.cs",
                    static text => text.Replace("train.Length;", "train.Length + 1; // more\n", StringComparison.Ordinal)
                )
            );
        GeneratorAssert.StepsAreCached(
            run,
            TrackingNames.Pipelines,
            TrackingNames.NamedPipelines,
            TrackingNames.NameCollisions,
            TrackingNames.Registrations
        );
        Assert.Contains(
            run.Steps(TrackingNames.Locations).SelectMany(static step => step.Outputs),
            static output => output.Reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified
        );
    }

    [Fact]
    public void A_changed_signature_is_seen()
    {
        var run = GeneratorRun
            .Start(Project())
            .Rerun(static project => project.WithEdit("Test0.cs", static text => text.Replace("0.8;", "0.7;", StringComparison.Ordinal)));
        Assert.Throws<VerificationException>(() => GeneratorAssert.StepsAreCached(run, TrackingNames.Pipelines));
    }

    [Fact]
    public void Nothing_keeps_a_symbol_or_a_compilation() => GeneratorAssert.RetainsNoCompilation(GeneratorRun.Start(Project()));

    private static TestProject Project()
    {
        var sample = GeneratorProject.FromSample("Areas.cs");
        return sample.WithSource("Test1.cs", "class Unrelated { }");
    }
}
