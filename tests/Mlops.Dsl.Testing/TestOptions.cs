using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Testing;

/// <summary>A project's <c>.editorconfig</c> and build properties, read by the compiler's own parser.</summary>
internal sealed class TestOptions(TestProject project) : AnalyzerConfigOptionsProvider
{
    /// <summary>Directory that all relative paths of a test project are under.</summary>
    public const string Root = "/project/";

    private readonly AnalyzerConfigSet _configs = AnalyzerConfigSet.Create(
        ImmutableArray.Create(
            AnalyzerConfig.Parse(SourceText.From(project.EditorConfig), Root + ".editorconfig"),
            AnalyzerConfig.Parse(SourceText.From(GlobalConfig(project)), Root + ".globalconfig")
        )
    );

    public override AnalyzerConfigOptions GlobalOptions => new Options(_configs.GlobalConfigOptions.AnalyzerOptions);

    public SyntaxTreeOptionsProvider TreeOptions => new TreeProvider(_configs);

    public static string GlobalConfig(TestProject project) =>
        project
            .BuildProperties.Aggregate(
                new StringBuilder("is_global = true\n"),
                (text, property) => text.Append("build_property.").Append(property.Key).Append(" = ").Append(property.Value).Append('\n')
            )
            .ToString();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ForPath(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ForPath(textFile.Path);

    private Options ForPath(string path) => new(_configs.GetOptionsForSourcePath(Path.Combine(Root, path)).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    private sealed class TreeProvider(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        ) => configs.GetOptionsForSourcePath(Path.Combine(Root, tree.FilePath)).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        ) => configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
