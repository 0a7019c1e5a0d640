using Mlops.Dsl.Mutants.Making;

namespace Mlops.Dsl.Mutants.Running;

/// <summary>Tries mutants on the tests of a program, one after the other in one process as long as that can be trusted.</summary>
internal sealed class MutantTrial(TestProgram program, ReachedTests reached) : IAsyncDisposable
{
    private TestHost? _host;

    /// <summary>Tries a mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="tests">The tests, by number.</param>
    /// <param name="isEarly">Whether its place may be passed before the first test, so that it needs a process of its own.</param>
    /// <returns>What killed it, or null where it survived.</returns>
    public async Task<string?> TryAsync(Mutant mutant, IReadOnlyList<int> tests, bool isEarly)
    {
        if (isEarly)
        {
            return await TryAloneAsync(mutant, tests);
        }

        _host ??= new TestHost(program, mutant: 0);
        var answer = await _host.AskAsync(Question(mutant.Id, tests), LimitFor(tests));
        if (answer is not ["killed", var killer])
        {
            // A value that was kept before the mutant came would hide it, and a process that died tells nothing of who did it.
            if (answer is null)
            {
                await DisposeAsync();
            }

            return await TryAloneAsync(mutant, tests);
        }

        // What an earlier mutant left behind in the process could have failed the test just as well.
        var test = int.Parse(killer, System.Globalization.CultureInfo.InvariantCulture);
        if (await _host.AskAsync(Question(0, [test]), LimitFor([test])) is ["survived"])
        {
            reached.Note(tests, test);
            return reached.Names[test];
        }

        await DisposeAsync();
        return await TryAloneAsync(mutant, tests);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    private static string Question(int mutant, IReadOnlyList<int> tests) => $"run {mutant} {string.Join(' ', tests)}";

    private async Task<string?> TryAloneAsync(Mutant mutant, IReadOnlyList<int> tests)
    {
        await using var host = new TestHost(program, mutant.Id);
        switch (await host.AskAsync(Question(mutant.Id, tests), LimitFor(tests)))
        {
            case ["survived"]:
                reached.Note(tests, killer: null);
                return null;
            case ["killed", var killer]:
                var test = int.Parse(killer, System.Globalization.CultureInfo.InvariantCulture);
                reached.Note(tests, test);
                return reached.Names[test];
            default:
                return "no end or no process";
        }
    }

    /// <summary>
    /// Far more than the tests take, on a machine that does other things too: a mutant that never ends is killed by that.
    /// </summary>
    private TimeSpan LimitFor(IEnumerable<int> tests) => TimeSpan.FromSeconds(30) + (5 * reached.TimeOf(tests));
}
