using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Tests.Samples;

namespace Mlops.Dsl.Testing.Tests;

public class AnalyzerVerifierTests
{
    [Theory]
    [InlineData("class [|LOUD|] { }")]
    [InlineData("class {|TEST1:LOUD|} { }")]
    [InlineData("class Quiet { }")]
    public async Task Marked_diagnostics_pass(string markup) => await AnalyzerVerifier.VerifyAsync<ShoutingAnalyzer>(markup);

    [Fact]
    public async Task The_reported_diagnostics_are_returned()
    {
        var reported = Assert.Single(await AnalyzerVerifier.VerifyAsync<ShoutingAnalyzer>("class [|LOUD|] { }"));
        Assert.Equal("'LOUD' shouts", reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_missing_diagnostic_fails_and_is_described()
    {
        var failure = await Fails("\nclass {|TEST1:Quiet|} { }");
        Assert.Contains("missing:    TEST1 Test0.cs(2,7) `Quiet`", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_diagnostic_fails_and_is_described()
    {
        var failure = await Fails("class LOUD { }");
        Assert.Contains("unexpected: TEST1 Test0.cs(1,7) `LOUD`: 'LOUD' shouts", failure, StringComparison.Ordinal);
        Assert.Contains("class {|TEST1:LOUD|} { }", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class [|LOUD {|] }")]
    [InlineData("class {|TEST2:LOUD|} { }")]
    [InlineData("class {|TEST1:{|TEST1:LOUD|}|} { }")]
    public async Task Another_place_id_or_number_fails(string markup) => await Fails(markup);

    [Fact]
    public async Task A_compiler_error_must_be_marked()
    {
        Assert.Contains("unexpected: CS0246", await Fails("class A : Nothing { }"), StringComparison.Ordinal);
        await AnalyzerVerifier.VerifyAsync<ShoutingAnalyzer>("class A : {|CS0246:Nothing|} { }");
    }

    [Fact]
    public async Task A_crash_of_an_analyzer_fails() =>
        Assert.Contains("the sample crashes here", await Fails("class CRASH { }"), StringComparison.Ordinal);

    [Fact]
    public async Task Severities_come_from_the_editorconfig()
    {
        var project = TestProject.Create("class LOUD { }").WithAnalyzers(new ShoutingAnalyzer());
        Assert.Empty(
            await AnalyzerRunner.RunAsync(
                project with
                {
                    EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.TEST1.severity = none",
                },
                TestContext.Current.CancellationToken
            )
        );
        var reported = await AnalyzerRunner.RunAsync(
            project with
            {
                EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.TEST1.severity = error",
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(reported).Severity);
    }

    [Fact]
    public void The_product_and_the_framework_are_referenced() =>
        TestProject
            .Create("class A { System.Text.Json.JsonDocument? d; System.Net.Http.HttpClient? c; }")
            .CreateCompilation()
            .AssertCompiles();

    private static async Task<string> Fails(string markup) =>
        (await Assert.ThrowsAsync<VerificationException>(() => AnalyzerVerifier.VerifyAsync<ShoutingAnalyzer>(markup))).Message;
}
