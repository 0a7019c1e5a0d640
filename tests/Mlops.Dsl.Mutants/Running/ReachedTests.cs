using System.Globalization;
using Mlops.Dsl.Mutants.Making;

namespace Mlops.Dsl.Mutants.Running;

/// <summary>Which tests of a program pass which mutants' places, and how long each takes.</summary>
internal sealed class ReachedTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int Fast = 500;
    private const int Patience = 5;

    private readonly Dictionary<int, List<int>> _byMutant = [];
    private readonly Dictionary<int, int> _milliseconds = [];
    private readonly Dictionary<int, (int Tried, int Kills)> _tries = [];

    private ReachedTests(IReadOnlyList<string> names) => Names = names;

    /// <summary>The tests' names, by number.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Tests that fail without any mutant: they tell nothing.</summary>
    public List<string> Failing { get; } = [];

    /// <summary>How many tests are left out because of the time that they take.</summary>
    public int TooSlow { get; private set; }

    /// <summary>Runs each test once, without any mutant.</summary>
    /// <param name="program">The tests.</param>
    /// <param name="isChosen">Whether a test of a name is used.</param>
    /// <param name="slowest">Tests that take longer are not used.</param>
    /// <param name="jobs">How many at once.</param>
    public static async Task<ReachedTests> FindAsync(TestProgram program, Func<string, bool> isChosen, TimeSpan slowest, int jobs)
    {
        await using var lister = new TestHost(program, mutant: 0);
        var names = await lister.AskAsync("list", Longest) ?? throw new MutantsException($"'{program.Name}' does not start.");
        var result = new ReachedTests(names[1..]);
        var waiting = new Queue<int>(Enumerable.Range(0, result.Names.Count).Where(test => isChosen(result.Names[test])));
        await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => result.RunAsync(program, waiting, slowest)));
        return result;
    }

    /// <summary>The tests that pass a mutant's place, in the order of how much time a kill by them is likely to take.</summary>
    public List<int> Of(Mutant mutant) => _byMutant.TryGetValue(mutant.Id, out var tests) ? InOrder(tests) : [];

    /// <summary>Takes down which tests were tried on a mutant, in their order, and which of them killed it.</summary>
    public void Note(IReadOnlyList<int> tests, int? killer)
    {
        lock (_tries)
        {
            foreach (var test in tests)
            {
                var (tried, kills) = _tries.GetValueOrDefault(test);
                _tries[test] = (tried + 1, test == killer ? kills + 1 : kills);
                if (test == killer)
                {
                    break;
                }
            }
        }
    }

    /// <summary>
    /// The tests for what is computed once in a process, for whoever asks first, or before all tests: those that pass other places of its
    /// file, then all others that are fast.
    /// </summary>
    public List<int> OfEarly(Mutant mutant, IEnumerable<Mutant> mutants)
    {
        var ofFile = mutants
            .Where(other => other.File == mutant.File)
            .SelectMany(other => _byMutant.GetValueOrDefault(other.Id, []))
            .Distinct()
            .ToList();
        return
        [
            .. InOrder(ofFile),
            .. InOrder(
                _byMutant.Values.SelectMany(static tests => tests).Distinct().Except(ofFile).Where(test => _milliseconds[test] < Fast)
            ),
        ];
    }

    /// <summary>How long some tests take together.</summary>
    public TimeSpan TimeOf(IEnumerable<int> tests) => TimeSpan.FromMilliseconds(tests.Sum(test => _milliseconds[test]));

    private List<int> InOrder(IEnumerable<int> tests)
    {
        lock (_tries)
        {
            return [.. tests.OrderBy(LikelyTime)];
        }

        double LikelyTime(int test)
        {
            var (tried, kills) = _tries.GetValueOrDefault(test);
            return (_milliseconds[test] + 1) * (tried + 2) / (kills + 0.2);
        }
    }

    private async Task RunAsync(TestProgram program, Queue<int> waiting, TimeSpan slowest)
    {
        var host = new TestHost(program, mutant: 0);
        while (Next(waiting) is { } test)
        {
            var answer = await host.AskAsync($"reach {test}", (Patience + 1) * slowest);
            if (answer is null)
            {
                TooSlow++;
                await host.DisposeAsync();
                host = new TestHost(program, mutant: 0);
                continue;
            }

            lock (_byMutant)
            {
                Note(test, answer, slowest);
            }
        }

        await host.DisposeAsync();
    }

    private static int? Next(Queue<int> waiting)
    {
        lock (waiting)
        {
            return waiting.TryDequeue(out var test) ? test : null;
        }
    }

    private void Note(int test, string[] answer, TimeSpan slowest)
    {
        var (used, elapsed) = (int.Parse(answer[2], CultureInfo.InvariantCulture), int.Parse(answer[3], CultureInfo.InvariantCulture));
        _milliseconds[test] = elapsed;
        if (answer[1] == "failed")
        {
            Failing.Add(Names[test]);
            return;
        }

        // The machine may do other things: what a test uses tells more than how long it takes.
        if (used > slowest.TotalMilliseconds || elapsed > Patience * slowest.TotalMilliseconds)
        {
            TooSlow++;
            return;
        }

        foreach (var mutant in answer[4..].Select(static word => int.Parse(word, CultureInfo.InvariantCulture)))
        {
            if (!_byMutant.TryGetValue(mutant, out var tests))
            {
                _byMutant[mutant] = tests = [];
            }

            tests.Add(test);
        }
    }
}
