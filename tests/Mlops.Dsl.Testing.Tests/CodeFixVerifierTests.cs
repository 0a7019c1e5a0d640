using Mlops.Dsl.Testing.Fixes;
using Mlops.Dsl.Testing.Tests.Samples;

namespace Mlops.Dsl.Testing.Tests;

public class CodeFixVerifierTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fixing_goes_on_until_nothing_is_left() =>
        await CodeFixVerifier.VerifyAsync(
            Project("class LOUD { } class NOISE { }"),
            new ShoutingFix(),
            "class Loud { } class Noise { }",
            cancellationToken: Cancellation
        );

    [Fact]
    public async Task Fix_all_fixes_all_at_once() =>
        await CodeFixVerifier.VerifyFixAllAsync(
            Project("class LOUD { } class NOISE { }"),
            new ShoutingFix(),
            "class Loud { } class Noise { }",
            cancellationToken: Cancellation
        );

    [Fact]
    public async Task Generated_code_is_there_before_and_after_the_fix() =>
        await CodeFixVerifier.VerifyAsync(
            Project("class LOUD { Generated.Marker? marker; }").WithGenerators(new MarkerGenerator()),
            new ShoutingFix(),
            "class Loud { Generated.Marker? marker; }",
            cancellationToken: Cancellation
        );

    [Fact]
    public async Task Titles_are_those_offered_at_the_caret() =>
        Assert.Equal(
            ["Calm down", "Break it"],
            await CodeFixVerifier.TitlesAsync(Project("class A { } class LO$$UD { }"), new ShoutingFix(), Cancellation)
        );

    [Fact]
    public async Task Another_result_fails() => await Fails("class LOUD { }", "class loud { }");

    [Fact]
    public async Task A_result_that_does_not_compile_fails() => await Fails("class LOUD { }", "class class { }", "Break it");

    [Fact]
    public async Task Nothing_to_fix_fails() => await Fails("class Quiet { }", "class Quiet { }");

    [Fact]
    public async Task A_title_that_is_not_offered_fails_with_those_that_are() =>
        Assert.Contains("Calm down | Break it", await Fails("class LOUD { }", "", "Whisper"), StringComparison.Ordinal);

    private static async Task<string> Fails(string before, string after, string? title = null) =>
        (
            await Assert.ThrowsAsync<VerificationException>(() =>
                CodeFixVerifier.VerifyAsync(Project(before), new ShoutingFix(), after, title, Cancellation)
            )
        ).Message;

    private sealed class MarkerGenerator : Microsoft.CodeAnalysis.IIncrementalGenerator
    {
        public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(c => c.AddSource("Marker.g.cs", "namespace Generated { class Marker; }"));
    }

    private static TestProject Project(string markup) => TestProject.Create(markup).WithAnalyzers(new ShoutingAnalyzer());
}
