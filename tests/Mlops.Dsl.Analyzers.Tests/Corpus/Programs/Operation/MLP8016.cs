//# fault: the text of the notice
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify("mail:ops@example.org")]
public string {|MLP8016:Tell|}(int lines) => $"{lines} lines.";

//# fault: a notice for each, and none where there is nothing to tell
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify("mail:ops@example.org")]
public IReadOnlyList<Notice> {|MLP8016:Tell|}(int lines) => lines > 3 ? [new("Sales", $"{lines} lines.")] : [];

[Notify("mail:ops@example.org")]
public Notice? {|MLP8016:TellSometimes|}(int lines) => lines > 3 ? new("Sales", $"{lines} lines.") : null;

//# fault: the pipeline itself, or what is to watch it
//## share Applicants.cs
//## share IncomeService.cs
[Pipeline("starter")]
public sealed partial class Starter
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [Start]
    public IncomePipeline {|MLP8016:Retrain|}(int lines) => lines > 3 ? new() : new();

    [Start]
    public StartRequest<Later> {|MLP8016:RetrainLater|}(int lines) => new(new Later(), $"{lines} lines");
}

public sealed record Later;

//# fault: it does it itself, so it seems
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify("mail:ops@example.org")]
public void {|MLP8016:Tell|}(int lines, StageContext context) => context.Logger.LogInformation("{Lines} lines", lines);

//# clean: notices and starts that come later, with parameters
//## share Applicants.cs
[Pipeline("starter")]
public sealed partial class Starter
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [Notify("mail:ops@example.org")]
    public async Task<Notice> Tell(int lines, StageContext context)
    {
        await Task.Yield();
        context.Logger.LogInformation("{Lines} lines", lines);
        return new Notice("Sales", $"{lines} lines.");
    }

    [Start]
    public ValueTask<StartRequest<Other>> Retrain(int lines) => new(new StartRequest<Other>(new Other { Trees = lines }, "more sales"));
}

//## Other.cs
[Pipeline("other")]
public sealed partial class Other
{
    [Parameter, Range(1, 1000)]
    public int Trees { get; init; } = 100;

    [Stage]
    public int Plant() => Trees;
}
