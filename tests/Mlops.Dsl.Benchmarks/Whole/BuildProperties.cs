using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>The build properties that the package makes visible to the compiler, as a build or an editor sets them.</summary>
/// <param name="isDesignTime">Whether an editor asks.</param>
internal sealed class BuildProperties(bool isDesignTime) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(isDesignTime ? "true" : "");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(string designTimeBuild) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.DesignTimeBuild" ? designTimeBuild : null;
            return value is not null;
        }
    }
}
