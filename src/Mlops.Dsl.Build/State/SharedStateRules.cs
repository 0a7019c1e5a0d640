namespace Mlops.Dsl.Build.State;

/// <summary>Which assemblies hold no state through which the program's set-up could tell a stage something.</summary>
internal static class SharedStateRules
{
    private static readonly string[] Facades = ["Microsoft.Extensions.Logging", "Serilog", "NLog", "log4net", "OpenTelemetry"];

    /// <summary>Whether stages only write to the assembly's state: what is logged is nobody's result.</summary>
    public static bool IsLoggingFacade(string package) => Array.Exists(Facades, facade => IsOrBelow(package, facade));

    /// <summary>
    /// Whether the assembly's own state is told apart otherwise: this product's by the engine, the framework's by what sets it.
    /// </summary>
    public static bool HoldsNothingForStages(string package) =>
        IsOrBelow(package, "Mlops.Dsl")
        || IsOrBelow(package, "System")
        || IsOrBelow(package, "Microsoft.Bcl")
        || IsLoggingFacade(package)
        || package is "Microsoft.Extensions.DependencyInjection.Abstractions";

    private static bool IsOrBelow(string package, string name) =>
        package.StartsWith(name, StringComparison.Ordinal) && (package.Length == name.Length || package[name.Length] == '.');
}
