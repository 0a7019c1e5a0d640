using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Contracts;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>
/// Compares each pipeline with its lock, the file <c>&lt;name&gt;.pipeline.lock.json</c> beside the project, and what relies on a pipeline
/// with what it was made for. Where there is no lock, nothing is computed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ContractRules.Broken,
        ContractRules.Stale,
        ContractRules.Unreadable,
        ContractRules.Orphaned,
        ContractRules.Missing,
        ContractRules.ReliedOnChanged,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (CompilationState.Of(context.Compilation).Types is not { } types)
        {
            return;
        }

        var locks = LockFile.In(context.Options.AdditionalFiles);
        var names = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        context.RegisterSymbolAction(c => Check(c, types, locks, names), SymbolKind.NamedType);
        if (!locks.IsEmpty)
        {
            context.RegisterAdditionalFileAction(CheckFile);
            context.RegisterCompilationEndAction(c => CheckNames(c, locks, names));
        }
    }

    private static void Check(
        SymbolAnalysisContext context,
        KnownTypes types,
        ImmutableDictionary<string, LockFile> locks,
        ConcurrentDictionary<string, bool> names
    )
    {
        foreach (var reliance in Reliance.Of((INamedTypeSymbol)context.Symbol))
        {
            new RelianceCheck(context, locks, names).Run(reliance);
        }

        // A name that is no constant is being typed, and could be any.
        if (context.Symbol.FindAttribute(types.Pipeline) is not { } attribute)
        {
            return;
        }

        var name = attribute.Argument<string>(0);
        names[name ?? ""] = true;
        if (name is null || !Names.IsName(name))
        {
            return;
        }

        var location = attribute.ArgumentLocation("Version", context.CancellationToken);
        if (locks.TryGetValue(name, out var file))
        {
            Compare(context, file, location);
        }
        else if (context.Options.IsOn(location?.SourceTree, "require_lock"))
        {
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.Missing, location, name));
        }
    }

    private static void Compare(SymbolAnalysisContext context, LockFile file, Location? location)
    {
        var withStages = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.WithStages();
        if (
            file.Read(context.CancellationToken).Contract is { } promised
            && DeclaredContract.Of((INamedTypeSymbol)context.Symbol, context.Compilation, withStages, context.CancellationToken)
                is { } declared
            && ContractVerdict.Of(promised, declared) is { } verdict
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    verdict.Rule,
                    location,
                    RuleProperties.Of(RuleProperties.Replacement, verdict.NextVersion),
                    verdict.Arguments
                )
            );
        }
    }

    private static void CheckFile(AdditionalFileAnalysisContext context)
    {
        if (LockFile.IsLock(context.AdditionalFile.Path))
        {
            var file = new LockFile(LockFile.PipelineOf(context.AdditionalFile.Path), context.AdditionalFile);
            var (contract, problem, location) = file.Read(context.CancellationToken);
            if (contract is null)
            {
                context.ReportDiagnostic(Diagnostic.Create(ContractRules.Unreadable, location, file.Pipeline, problem));
            }
        }
    }

    private static void CheckNames(
        CompilationAnalysisContext context,
        ImmutableDictionary<string, LockFile> locks,
        ConcurrentDictionary<string, bool> names
    )
    {
        // Files that are programs of their own share a folder, and so each sees the locks of all.
        if (names.ContainsKey("") || context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.IsFileBased())
        {
            return;
        }

        foreach (
            var file in locks
                .Values.Where(file => !names.ContainsKey(file.Pipeline))
                .OrderBy(static file => file.Pipeline, StringComparer.Ordinal)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(ContractRules.Orphaned, Location.Create(file.File.Path, default, default), file.Pipeline)
            );
        }
    }
}
