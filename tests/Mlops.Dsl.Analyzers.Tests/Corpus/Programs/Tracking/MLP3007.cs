//# fault: a script trains the model
//## share Docs.cs
[Stage]
public int Run(FileSet docs)
{
    using var process = {|MLP3007:System.Diagnostics.Process.Start("python", docs[0].Location)|};
    process.WaitForExit();
    return process.ExitCode;
}

//# fault: an object is started
//## share Docs.cs
[Stage]
public int Run(FileSet docs)
{
    using var process = new System.Diagnostics.Process();
    process.StartInfo.FileName = "train";
    {|MLP3007:process.Start()|};
    process.WaitForExit();
    return process.ExitCode + docs.Count;
}

//# fault: a helper of a static class
//## share Docs.cs
[Stage]
public int Run(FileSet docs) => Shell.Run("make", docs.Count);

//## Shell.cs
public static class Shell
{
    public static int Run(string program, int count)
    {
        using var process = {|MLP3007:System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program))|}!;
        process.WaitForExit();
        return process.ExitCode + count;
    }
}

//# clean: it runs in every run
//## share Docs.cs
[Stage, NoCache]
public int Run(FileSet docs)
{
    using var process = System.Diagnostics.Process.Start("python", docs[0].Location);
    process.WaitForExit();
    return process.ExitCode;
}

//# clean: its own memory goes into the log
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.LogMetric("bytes", System.Diagnostics.Process.GetCurrentProcess().WorkingSet64);
    return docs.Count;
}

//# fault: a process object
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellationToken)
{
    using var process = new System.Diagnostics.Process { StartInfo = new("git", ["rev-parse", "HEAD"]) };
    {|MLP3007:process.Start()|};
    await process.WaitForExitAsync(cancellationToken);
    return docs.Count + process.ExitCode;
}

//# clean: the current process is only measured
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var process = System.Diagnostics.Process.GetCurrentProcess();
    context.LogMetric("memory", process.WorkingSet64);
    return docs.Count;
}

//# fault: git tells the revision
//## share Docs.cs
[Stage]
public async Task<string> Revision(FileSet docs, CancellationToken token)
{
    var start = new System.Diagnostics.ProcessStartInfo("git", "rev-parse HEAD") { RedirectStandardOutput = true };
    using var git = {|MLP3007:System.Diagnostics.Process.Start(start)|} ?? throw new InvalidOperationException("no git");
    var text = await git.StandardOutput.ReadToEndAsync(token);
    return text + docs.Count.ToString(CultureInfo.InvariantCulture);
}

//# fault: ffmpeg for each file in parallel
//## share Docs.cs
[Stage]
public int Frames(FileSet docs)
{
    var counts = new int[docs.Count];
    Parallel.For(0, docs.Count, index => counts[index] = Media.Probe(docs[index].Location));
    return counts.Sum();
}

//## Media.cs
public static class Media
{
    public static int Probe(string file)
    {
        using var process = new System.Diagnostics.Process
        {
            StartInfo = new() { FileName = "ffprobe", ArgumentList = { "-i", file }, UseShellExecute = false },
        };
        {|MLP3007:process.Start()|};
        process.WaitForExit();
        return process.ExitCode;
    }
}

//# fault: a tool behind a delegate parameter's default
//## share Docs.cs
[Stage]
public int Convert(FileSet docs) => new Converter().Run(docs);

//## Converter.cs
public sealed class Converter(Func<string, int>? run = null)
{
    private readonly Func<string, int> _run = run ?? Start;

    public int Run(FileSet files) => files.Sum(file => _run(file.Location));

    private static int Start(string file)
    {
        using var process = {|MLP3007:System.Diagnostics.Process.Start("magick", [file, "png:-"])|};
        process.WaitForExit();
        return process.ExitCode;
    }
}
