using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>Properties of the build that contracts depend on.</summary>
internal static class ContractOptions
{
    /// <summary>
    /// Whether the outputs of stages are part of the contract. The build tool has to know it too, so that it is an MSBuild property and no
    /// <c>.editorconfig</c> key.
    /// </summary>
    public static bool WithStages(this AnalyzerConfigOptions options) => options.IsTrue("build_property.MlopsDslLockStages");

    /// <summary>Whether the program is a single file without a project.</summary>
    public static bool IsFileBased(this AnalyzerConfigOptions options) => options.IsTrue("build_property.FileBasedProgram");

    private static bool IsTrue(this AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
