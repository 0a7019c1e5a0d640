using System.CommandLine;
using System.Globalization;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>The options of the verbs that run stages: the cache, the resources, and what of the runtime's version counts.</summary>
internal sealed class RunSettings
{
    private static readonly string[] VersionMatches = ["exact", "major"];

    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Execute every stage, whatever earlier runs computed" };
    private readonly Option<bool> _isolated = new("--isolated") { Description = "Run every stage in a process of its own" };
    private readonly Option<string> _cpus = new("--cpus")
    {
        Description = "Processor cores that stages may occupy together. Default: all",
        HelpName = "number",
    };
    private readonly Option<string> _memory = new("--memory")
    {
        Description = "Main memory that stages may occupy together, such as 512MiB or 8GiB. Default: all",
        HelpName = "size",
    };
    private readonly Option<string> _gpus = new("--gpus")
    {
        Description = "Accelerators that stages may occupy together. Default: the environment variable MLOPS_GPUS, else 0",
        HelpName = "number",
    };
    private readonly Option<string> _runtimeVersion = new("--runtime-version")
    {
        Description = "How much of the .NET version makes a cached result differ: exact or major. Default: exact",
        HelpName = "exact|major",
    };

    /// <summary>Adds the options to a verb.</summary>
    public RunSettings(Command command)
    {
        _runtimeVersion.CompletionSources.Add(VersionMatches);
        command.Add(_noCache);
        command.Add(_isolated);
        command.Add(_cpus);
        command.Add(_memory);
        command.Add(_gpus);
        command.Add(_runtimeVersion);
    }

    /// <summary>Reads the options; what is wrong with them is added to <paramref name="problems"/>.</summary>
    public RunOptions Read(ParseResult parse, List<string> problems)
    {
        var options = new RunOptions
        {
            UseCache = !parse.GetValue(_noCache),
            Isolation = parse.GetValue(_isolated) ? StageIsolation.All : StageIsolation.AsDeclared,
        };
        if (parse.GetValue(_cpus) is { } cpus)
        {
            options =
                double.TryParse(cpus, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cores)
                && cores > 0
                && double.IsFinite(cores)
                    ? options with
                    {
                        Cpus = cores,
                    }
                    : Refuse("--cpus", "a number above 0", cpus);
        }

        if (parse.GetValue(_memory) is { } memory)
        {
            options = TryParseMebibytes(memory, out var mebibytes)
                ? options with
                {
                    MemoryMiB = mebibytes,
                }
                : Refuse("--memory", "a size such as 512MiB or 8GiB", memory);
        }

        var (gpuSource, gpuText) = parse.GetValue(_gpus) is { } given
            ? ("--gpus", given)
            : ("the environment variable MLOPS_GPUS", Environment.GetEnvironmentVariable("MLOPS_GPUS"));
        if (gpuText is { Length: > 0 } gpus)
        {
            options = int.TryParse(gpus, NumberStyles.None, CultureInfo.InvariantCulture, out var accelerators)
                ? options with
                {
                    Gpus = accelerators,
                }
                : Refuse(gpuSource, "a whole number, 0 or more", gpus);
        }

        return parse.GetValue(_runtimeVersion) switch
        {
            null or "exact" => options,
            "major" => options with { RuntimeVersion = RuntimeVersionMatch.Major },
            var other => Refuse("--runtime-version", "'exact' or 'major'", other, NearestName.Ask(other, VersionMatches)),
        };

        RunOptions Refuse(string option, string expected, string text, string hint = "")
        {
            problems.Add($"{option} must be {expected}, but is {ValueText.Quote(text)}{hint}");
            return options;
        }
    }

    /// <summary>Parses a size; without a unit it is in MiB, which the runs count in. A part of a MiB counts as a whole one.</summary>
    internal static bool TryParseMebibytes(string text, out long mebibytes)
    {
        mebibytes = 0;
        var digits = text.AsSpan().TrimEnd("KMGTiBkmgtb ").ToString();
        var unit = text[digits.Length..].Trim().ToUpperInvariant() switch
        {
            "" or "M" or "MB" or "MIB" => 1.0,
            "K" or "KB" or "KIB" => 1.0 / 1024,
            "G" or "GB" or "GIB" => 1024,
            "T" or "TB" or "TIB" => 1024 * 1024,
            _ => double.NaN,
        };
        if (
            !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || !(number * unit > 0)
            || number * unit > 1e15
        )
        {
            return false;
        }

        mebibytes = (long)Math.Ceiling(number * unit);
        return true;
    }
}
