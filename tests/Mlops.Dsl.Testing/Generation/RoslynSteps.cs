namespace Mlops.Dsl.Testing.Generation;

/// <summary>Tells the steps that Roslyn names from those that a generator names with <c>WithTrackingName</c>.</summary>
internal static class RoslynSteps
{
    private static readonly HashSet<string> WellKnown = new(StringComparer.Ordinal)
    {
        "Compilation",
        "CompilationOptions",
        "ParseOptions",
        "AdditionalTexts",
        "AnalyzerConfigOptions",
        "MetadataReferences",
        "SourceOutput",
        "ImplementationSourceOutput",
        "HostOutput",
        "SyntaxProvider",
    };

    public static bool IsRoslyns(string name) =>
        WellKnown.Contains(name)
        || name.EndsWith("_ForAttribute", StringComparison.Ordinal)
        || name.EndsWith("_ForAttributeWithMetadataName", StringComparison.Ordinal)
        || name.EndsWith("_ForAttributeInternal", StringComparison.Ordinal);
}
