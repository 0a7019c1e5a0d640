using Mlops.Dsl.Analyzers.Tests.Corpus;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>What analyzers make the compiler do is in no report of the compiler's, but in every build.</summary>
public class DriverCostTests
{
    /// <summary>
    /// One action at the start of symbols has the compiler collect the actions of every analyzer, the SDK's as well, for every symbol: a
    /// build of 1,000 stages took half as long again.
    /// </summary>
    [Fact]
    public async Task No_analyzer_has_the_compiler_collect_actions_for_every_symbol()
    {
        var run = CorpusFile.Read(CorpusFile.Names[0])[0].Start();
        var analysis = AnalyzerRunner.Start(run.Project, run.Compilation);
        await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var blocks = 0;
        foreach (var analyzer in analysis.Analyzers)
        {
            var told = await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            Assert.True(
                told.SymbolStartActionsCount + told.SymbolEndActionsCount == 0,
                $"'{analyzer}' has an action at the start or end of symbols."
            );
            blocks += told.OperationBlockActionsCount;
        }

        Assert.NotEqual(0, blocks);
    }
}
