namespace Mlops.Dsl.Naming;

/// <summary>What a parameter is called outside the code. The rule that no two are called the same is compiled with it.</summary>
internal static class ParameterNames
{
    // The program's own options.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "store",
        "json",
        "help",
        "version",
        "no-cache",
        "isolated",
        "cpus",
        "memory",
        "gpus",
        "runtime-version",
    };

    /// <summary>
    /// The name of a parameter's option, without the hyphens before it. One that is called like an option of the program gets the prefix
    /// <c>parameter-</c>.
    /// </summary>
    public static string Option(string parameter)
    {
        var name = KebabCase.From(parameter);
        return Reserved.Contains(name) ? Prefixed(name) : name;
    }

    /// <summary>The name of an option that gives way to one of the program.</summary>
    public static string Prefixed(string name) => $"parameter-{name}";

    /// <summary>The environment variable of a secret that names none.</summary>
    public static string Variable(string secret) => $"MLOPS_SECRET_{KebabCase.From(secret).Replace('-', '_').ToUpperInvariant()}";
}
