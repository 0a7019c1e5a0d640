using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Who runs the analyzers, as the compiler-visible property <c>DesignTimeBuild</c> tells.</summary>
internal enum AnalysisHost
{
    /// <summary>Nobody tells.</summary>
    Unknown,

    /// <summary>An editor, which wants to know soon what is wrong with what is typed.</summary>
    Editor,

    /// <summary>A build, which runs all actions to the end.</summary>
    Build,
}

/// <summary>Reads the host from an analyzer's options.</summary>
internal static class AnalysisHostOptions
{
    /// <summary>Who asks.</summary>
    public static AnalysisHost Host(this AnalyzerOptions options) =>
        !options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.DesignTimeBuild", out var isDesignTime)
            ? AnalysisHost.Unknown
        : string.Equals(isDesignTime, "true", StringComparison.OrdinalIgnoreCase) ? AnalysisHost.Editor
        : AnalysisHost.Build;
}
