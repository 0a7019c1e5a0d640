using System.Globalization;
using System.Reflection;
using System.Text;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Mlops.Dsl.Mutants.Host;

/// <summary>
/// Answers one line with one line, on the standard streams:
/// <c>list</c> → <c>tests name…</c>; <c>reach test</c> → <c>reached passed|failed processor elapsed mutant…</c>; <c>run mutant test…</c> →
/// <c>killed test</c> or <c>survived</c>.
/// Times are in milliseconds. Tests are meant by their place in the list. What is no answer, such as the output of a test's own programs,
/// does not begin with the mark.
/// </summary>
/// <param name="tests">The test program.</param>
public sealed class TestServer(Assembly tests)
{
    private const char Mark = '\u0001';
    private const char Separator = '\u0002';

    private readonly List<ITestCase> _cases = [];

    /// <summary>Answers until there are no more lines.</summary>
    public async Task ServeAsync()
    {
        var lines = Console.In;
        await using var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            AutoFlush = true,
            NewLine = "\n",
        };
        Console.SetOut(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        await DiscoverAsync();
        while (await lines.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var answer = words[0] switch
            {
                "list" => ["tests", .. _cases.Select(static test => test.TestCaseDisplayName.ReplaceLineEndings(" "))],
                "reach" => await ReachAsync(Number(words[1])),
                _ => await RunAsync(Number(words[1]), words[2..]),
            };
            await answers.WriteLineAsync(Mark + string.Join(Separator, answer));
        }
    }

    private static string Milliseconds(TimeSpan time) => ((int)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private async Task DiscoverAsync()
    {
        // Each case of a theory is a test by itself: one of many may be all that a mutant needs, and all of them together may be too slow.
        await new XunitTestFramework()
            .GetDiscoverer(tests)
            .Find(
                test =>
                {
                    _cases.Add(test);
                    return ValueTask.FromResult(true);
                },
                TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = true }),
                types: null,
                cancellationToken: null
            );
        _cases.Sort(static (one, other) => string.CompareOrdinal(one.TestCaseDisplayName, other.TestCaseDisplayName));
    }

    private async Task<string[]> ReachAsync(int test)
    {
        MutantSwitch.Watch();
        var start = TimeProvider.System.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        var passed = await PassesAsync(test);
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        used = Environment.CpuUsage.TotalTime - used;
        return ["reached", passed ? "passed" : "failed", Milliseconds(used), Milliseconds(elapsed), .. MutantSwitch.Reached()];
    }

    private async Task<string[]> RunAsync(int mutant, IEnumerable<string> indexes)
    {
        MutantSwitch.Set(mutant);
        foreach (var index in indexes)
        {
            if (!await PassesAsync(Number(index)))
            {
                return ["killed", index];
            }
        }

        return ["survived"];
    }

    private async Task<bool> PassesAsync(int test)
    {
        var sink = new FailureSink();
        var options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration { ParallelizeTestCollections = false });
        await new XunitTestFramework().GetExecutor(tests).RunTestCases([_cases[test]], sink, options, cancellationToken: null);
        return !sink.HasFailed;
    }

    private sealed class FailureSink : IMessageSink
    {
        public bool HasFailed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            HasFailed |=
                message is ITestFailed or IErrorMessage or ITestCleanupFailure or ITestClassCleanupFailure or ITestCaseCleanupFailure;
            return true;
        }
    }
}
