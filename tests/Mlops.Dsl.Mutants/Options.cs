using System.Globalization;

namespace Mlops.Dsl.Mutants;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>The areas, by name or folder.</summary>
    public List<string> Areas { get; } = [];

    /// <summary>The most mutants of an area that are tried; all where there are fewer.</summary>
    public int Sample { get; private set; } = int.MaxValue;

    /// <summary>Which ones are drawn.</summary>
    public int Seed { get; private set; } = 1;

    /// <summary>How many are tried at once.</summary>
    public int Jobs { get; private set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>
    /// Tests that use the processor for longer than this are not used, in milliseconds; nor are those that take five times as long.
    /// </summary>
    public int Slowest { get; private set; } = 3000;

    /// <summary>The share of mutants, in percent, that the tests have to kill.</summary>
    public int Least { get; private set; } = 90;

    /// <summary>Only tests are used whose name contains one of these; all where there is none.</summary>
    public List<string> Tests { get; } = [];

    /// <summary>Only mutants are tried whose line in the list contains one of these; all where there is none.</summary>
    public List<string> Mutants { get; } = [];

    /// <summary>Whether only the mutants are listed.</summary>
    public bool IsListing { get; private set; }

    /// <summary>Whether a name is chosen by texts of which it must contain one, if there are any.</summary>
    public static bool IsChosen(List<string> texts, string name) =>
        texts.Count == 0 || texts.Exists(text => name.Contains(text, StringComparison.Ordinal));

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="MutantsException">One is not understood.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--sample":
                    options.Sample = Number(arguments, ++i);
                    break;
                case "--seed":
                    options.Seed = Number(arguments, ++i);
                    break;
                case "--jobs":
                    options.Jobs = Number(arguments, ++i);
                    break;
                case "--slowest":
                    options.Slowest = Number(arguments, ++i);
                    break;
                case "--least":
                    options.Least = Number(arguments, ++i);
                    break;
                case "--tests":
                    options.Tests.Add(Text(arguments, ++i));
                    break;
                case "--mutants":
                    options.Mutants.Add(Text(arguments, ++i));
                    break;
                case "--list":
                    options.IsListing = true;
                    break;
                case ['-', ..]:
                    throw new MutantsException($"There is no option '{arguments[i]}'.");
                default:
                    options.Areas.Add(arguments[i]);
                    break;
            }
        }

        if (options.Areas.Count == 0)
        {
            options.Areas.AddRange(Area.All.Select(static area => area.Name));
        }

        return options;
    }

    private static string Text(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count ? arguments[index] : throw new MutantsException($"'{arguments[index - 1]}' needs a text.");

    private static int Number(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count
        && int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : throw new MutantsException($"'{arguments[index - 1]}' needs a number above 0.");
}
