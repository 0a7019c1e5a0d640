//# fault: a setting from the environment
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3005:Environment.GetEnvironmentVariable("LIMIT")|} is null ? docs.Count : 0;

//# fault: a helper's static property
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Math.Min(docs.Count, Settings.Limit);

//## Settings.cs
public static class Settings
{
    public static int Limit => int.Parse({|MLP3005:Environment.GetEnvironmentVariable("LIMIT")|} ?? "10", CultureInfo.InvariantCulture);
}

//# fault: all variables
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3005:Environment.GetEnvironmentVariables()|}.Count + docs.Count;

//# fault: the program's arguments
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3005:Environment.GetCommandLineArgs()|}.Length + docs.Count;

//# fault: through a conditional access and a pattern
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3005:Environment.GetEnvironmentVariable("FAST")|}?.Length is > 0 ? 1 : docs.Count;

//# clean: a secret is declared
//## share Docs.cs
[Secret(Optional = true)]
public string Token { get; init; } = "";

[Stage]
public int Count(FileSet docs) => Token.Length > 0 ? docs.Count : 0;

//# clean: a parameter's default may come from the environment
//## share Docs.cs
[Parameter]
public string Limit { get; init; } = Environment.GetEnvironmentVariable("LIMIT") ?? "10";

[Stage]
public int Count(FileSet docs) => docs.Count + Limit.Length;

//# clean: a method that no stage calls
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

public static string? Home() => Environment.GetEnvironmentVariable("HOME");

//# fault: a getter of an options class, by its primary constructor's default
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count * new Options().Epochs;

//## Options.cs
public sealed record Options
{
    public int Epochs { get; init; } = int.Parse({|MLP3005:Environment.GetEnvironmentVariable("EPOCHS")|} ?? "1", CultureInfo.InvariantCulture);
}

//# fault: a method group over names
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + new[] { "A", "B" }.Select({|MLP3005:Environment.GetEnvironmentVariable|}).Count(value => value is "1");

//# clean: an environment class of the user's own
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Simulation.Environment.GetEnvironmentVariable("rain");

//## Environment.cs
namespace Simulation;

public static class Environment
{
    public static int GetEnvironmentVariable(string name) => name.Length;
}

//# fault: the environment with a fallback in a switch expression
//## share Docs.cs
[Stage]
public int Batch(FileSet docs) => {|MLP3005:Environment.GetEnvironmentVariable("PROFILE")|} switch
{
    "large" => 512,
    { Length: > 0 } => 64,
    _ => docs.Count,
};

//# fault: expanded variables
//## share Docs.cs
[Stage]
public string Home(FileSet docs) => {|MLP3005:Environment.ExpandEnvironmentVariables("%HOME%")|} + docs.Count.ToString(CultureInfo.InvariantCulture);

//# fault: a variable by a local function in a lambda, with a pattern
//## share Docs.cs
[Stage]
public double Rate(FileSet docs)
{
    Func<string, double> setting = name =>
    {
        return Read() is { Length: > 0 } text && double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0.1;

        string? Read() => {|MLP3005:Environment.GetEnvironmentVariable(name)|};
    };
    return setting("RATE") * docs.Count;
}

//# fault: a feature flag in a static readonly field of a helper
//## share Docs.cs
[Stage]
public int Batch(FileSet docs) => Flags.UseLarge ? docs.Count * 2 : docs.Count;

//## Flags.cs
public static class Flags
{
    public static readonly bool UseLarge = {|MLP3005:Environment.GetEnvironmentVariable("LARGE")|} is "1" or "true";
}

//# fault: options that are bound to a configuration
//## share Docs.cs
[Stage]
public int Steps(FileSet docs, [FromServices] IOptions<TrainingOptions> options) => docs.Count * {|MLP3005:options.Value|}.Epochs;

//## TrainingOptions.cs
public sealed class TrainingOptions
{
    public int Epochs { get; set; } = 10;
}

//## Usings.cs
global using Microsoft.Extensions.Options;

//# fault: options that may change, in a helper
//## share Docs.cs
[Stage]
public int Steps(FileSet docs, [FromServices] IOptionsMonitor<TrainingOptions> options) => docs.Count * Epochs(options);

private static int Epochs(IOptionsMonitor<TrainingOptions> options)
{
    var current = {|MLP3005:options.CurrentValue|};
    return current.Epochs;
}

//## TrainingOptions.cs
public sealed class TrainingOptions
{
    public int Epochs { get; set; } = 10;
}

//## Usings.cs
global using Microsoft.Extensions.Options;

//# fault: a service reads its options
//## share Docs.cs
[Stage]
public int Steps(FileSet docs, [FromServices] Schedule schedule) => docs.Count * schedule.Epochs;

//## Schedule.cs
public sealed class Schedule(IOptions<TrainingOptions> options)
{
    public int Epochs => {|MLP3005:options.Value|}.Epochs;
}

public sealed class TrainingOptions
{
    public int Epochs { get; set; } = 10;
}

//## Usings.cs
global using Microsoft.Extensions.Options;

//# fault: a service behind an interface has read its options when it was made
//## share Docs.cs
[Stage]
public int Steps(FileSet docs, [FromServices] ISchedule schedule) => docs.Count * schedule.Epochs;

//## ISchedule.cs
public interface ISchedule
{
    int Epochs { get; }
}

public sealed class Schedule : ISchedule
{
    public Schedule(IOptionsSnapshot<TrainingOptions> options) => Epochs = {|MLP3005:options.Get("long")|}.Epochs;

    public int Epochs { get; }
}

public sealed class TrainingOptions
{
    public int Epochs { get; set; } = 10;
}

//## Usings.cs
global using Microsoft.Extensions.Options;

//# clean: options that the code makes itself
//## share Docs.cs
[Parameter]
public int Epochs { get; init; } = 10;

[Stage]
public int Steps(FileSet docs)
{
    var options = Options.Create(new TrainingOptions { Epochs = Epochs });
    return docs.Count * options.Value.Epochs;
}

//## TrainingOptions.cs
public sealed class TrainingOptions
{
    public int Epochs { get; set; } = 10;
}

//## Usings.cs
global using Microsoft.Extensions.Options;

//# clean: a service without options, and one that no stage takes
//## share Docs.cs
[Stage]
public int Steps(FileSet docs, [FromServices] Schedule schedule) => docs.Count * schedule.Epochs;

//## Schedule.cs
public sealed class Schedule
{
    public int Epochs => 3;
}

public sealed class Mailer(IOptions<MailOptions> options)
{
    public string Host { get; } = options.Value.Host;
}

public sealed class MailOptions
{
    public string Host { get; set; } = "";
}

//## Usings.cs
global using Microsoft.Extensions.Options;
