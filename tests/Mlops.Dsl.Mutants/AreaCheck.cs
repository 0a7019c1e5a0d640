using System.Globalization;
using Mlops.Dsl.Mutants.Compiling;
using Mlops.Dsl.Mutants.Making;
using Mlops.Dsl.Mutants.Reporting;
using Mlops.Dsl.Mutants.Running;

namespace Mlops.Dsl.Mutants;

/// <summary>Makes the mutants of one area and tries them.</summary>
internal sealed class AreaCheck(Area area, Options options, string root, KnownSurvivors known)
{
    /// <summary>Tries the area's mutants and prints the survivors.</summary>
    /// <returns>Whether enough of them were killed.</returns>
    public async Task<bool> RunAsync()
    {
        var name = Path.GetFileName(area.Project);
        var library = Library.Read(Path.Combine(root, area.Project, name + ".csproj"), root);
        var mutated = MutatedLibrary.Make(library, area.Contains);
        if (options.IsListing)
        {
            mutated.Mutants.ToList().ForEach(Console.WriteLine);
            return true;
        }

        var unknown = mutated.Mutants.Where(mutant => !known.Contains(mutant)).ToArray();
        var chosen = Draw(unknown).FindAll(mutant => Options.IsChosen(options.Mutants, mutant.ToString()));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{area.Name}: {mutated.Mutants.Count} mutants, {mutated.Mutants.Count - unknown.Length} of them known to survive, "
                    + $"{chosen.Count} tried"
            )
        );
        var alive = chosen;
        foreach (var tests in area.Tests)
        {
            alive = await TryAsync(tests, name, mutated.Image, alive, isLast: tests == area.Tests[^1]);
        }

        var percent = chosen.Count == 0 ? 100 : 100.0 * (chosen.Count - alive.Count) / chosen.Count;
        var (from, to) = SampleInterval.Of(chosen.Count - alive.Count, Math.Max(1, chosen.Count));
        var sample =
            chosen.Count == unknown.Length
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"; of all, with 95 % confidence, {from:F1} to {to:F1} %");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{area.Name}: {chosen.Count - alive.Count} of {chosen.Count} killed, {percent:F1} %{sample}"
            )
        );
        return percent >= options.Least;
    }

    private List<Mutant> Draw(IEnumerable<Mutant> mutants)
    {
        var all = mutants.ToArray();
        new Random(options.Seed).Shuffle(all);
        return [.. all.Take(options.Sample)];
    }

    /// <summary>Tries mutants on one test program.</summary>
    /// <returns>Those that survived.</returns>
    private async Task<List<Mutant>> TryAsync(string tests, string library, byte[] image, List<Mutant> mutants, bool isLast)
    {
        using var program = new TestProgram(root, tests, library, image);
        var reached = await ReachedTests.FindAsync(
            program,
            name => Options.IsChosen(options.Tests, name),
            TimeSpan.FromMilliseconds(options.Slowest),
            options.Jobs
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{area.Name}: {tests} passes the places of {mutants.Count(mutant => reached.Of(mutant).Count > 0)}; {reached.TooSlow} of "
                    + $"{reached.Names.Count} tests are too slow"
            )
        );
        foreach (var failing in reached.Failing)
        {
            Console.WriteLine($"  not used, because it fails without any mutant: {failing}");
        }

        var alive = new List<Mutant>();
        var waiting = new Queue<Mutant>(mutants);
        await Task.WhenAll(
            Enumerable
                .Range(0, options.Jobs)
                .Select(async _ =>
                {
                    await using var trial = new MutantTrial(program, reached);
                    while (Next(waiting) is { } mutant)
                    {
                        // What no test passes may be passed before the first, when the cases of theories are made, and be kept from then
                        // on.
                        var passing = reached.Of(mutant);
                        var isEarly = mutant.IsStatic || passing.Count == 0;
                        var candidates = isEarly ? reached.OfEarly(mutant, mutants) : passing;
                        if (candidates.Count > 0 && await trial.TryAsync(mutant, candidates, isEarly) is not null)
                        {
                            continue;
                        }

                        Add(alive, mutant);
                        if (isLast)
                        {
                            Console.WriteLine($"  {mutant}{(passing.Count == 0 ? " (no test passes there)" : "")}");
                        }
                    }
                })
        );
        return alive;
    }

    private static Mutant? Next(Queue<Mutant> waiting)
    {
        lock (waiting)
        {
            return waiting.TryDequeue(out var mutant) ? mutant : null;
        }
    }

    private static void Add(List<Mutant> alive, Mutant mutant)
    {
        lock (alive)
        {
            alive.Add(mutant);
        }
    }
}
