using Mlops.Dsl.Unseen;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Name a folder of programs: README.md beside this project says how they are written.");
    return 2;
}

var programs = Directory
    .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
    .Order(StringComparer.Ordinal)
    .Select(UnseenProgram.Read)
    .ToList();
var trials = new Trial[programs.Count];
await Parallel.ForAsync(0, programs.Count, async (i, cancellation) => trials[i] = await Trial.OfAsync(programs[i], cancellation));
foreach (var trial in trials.Where(static trial => trial.Outcome != Outcome.Right).OrderBy(static trial => trial.Outcome))
{
    Console.WriteLine($"{trial.Outcome}: {trial.Program.Name} [{string.Join('|', trial.Program.Expected)}] {trial.Program.Title}");
    foreach (var report in trial.Reports)
    {
        Console.WriteLine($"    {report}");
    }
}

Console.WriteLine();
Console.Write(ConfusionTable.Write(trials));
return 0;
