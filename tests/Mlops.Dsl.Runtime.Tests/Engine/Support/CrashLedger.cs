namespace Mlops.Dsl.Runtime.Tests.Engine.Support;

/// <summary>What the program to be killed wrote down: what was called, and what the engine said is kept.</summary>
internal sealed class CrashLedger(string path)
{
    /// <summary>Sources are read in every run; effects and stages that are not to be cached are executed in every run.</summary>
    public static readonly string[] NeverReused = ["Source", "Draw", "Send"];

    public string Path => path;

    /// <summary>The run that began last.</summary>
    public string? LatestRun => Lines.LastOrDefault(static line => line.StartsWith("run ", StringComparison.Ordinal))?["run ".Length..];

    /// <summary>The stages that were called, elements by their stage.</summary>
    public IEnumerable<string> Called => Lines.Where(static line => line.StartsWith("called ", StringComparison.Ordinal)).Select(StageOf);

    private string[] Lines => File.Exists(path) ? File.ReadAllLines(path) : [];

    /// <summary>
    /// Nothing that the engine said is kept was called again, in one run and those that resume it; a run that resumes none starts anew.
    /// </summary>
    public void Verify()
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            if (line.StartsWith("kept ", StringComparison.Ordinal))
            {
                kept.Add(line["kept ".Length..]);
            }
            else if (line.StartsWith("finished ", StringComparison.Ordinal))
            {
                kept.ExceptWith(NeverReused);
            }
            else if (line.StartsWith("called ", StringComparison.Ordinal) && kept.Contains(StageOf(line)) && StageOf(line) != "Source")
            {
                Assert.Fail($"{StageOf(line)} ran again although it had been committed:{Environment.NewLine}{File.ReadAllText(path)}");
            }
        }
    }

    private static string StageOf(string line) => line["called ".Length..].Split('[')[0];
}
