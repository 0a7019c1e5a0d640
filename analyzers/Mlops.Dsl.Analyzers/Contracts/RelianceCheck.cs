using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Comparing;
using Mlops.Dsl.Contracts.Versions;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>
/// Compares what a pipeline of another project publishes with what the user of it was made for: the version that it names, and the lock of
/// the pipeline of which its project keeps a copy.
/// </summary>
/// <param name="context">Takes what is wrong.</param>
/// <param name="locks">The locks beside the project.</param>
/// <param name="used">Takes the pipelines whose locks have a use.</param>
internal sealed class RelianceCheck(
    SymbolAnalysisContext context,
    ImmutableDictionary<string, LockFile> locks,
    ConcurrentDictionary<string, bool> used
)
{
    /// <summary>Checks one method.</summary>
    public void Run(Reliance reliance)
    {
        if (reliance.Source.Find("Contract") is { } shell)
        {
            RunShell(reliance, shell.Argument<string>(0) ?? "");
        }
        else if (reliance.Source.Find("Pipeline") is { } pipeline && pipeline.Argument<string>(0) is { } name)
        {
            CheckVersion(reliance, name, pipeline.Argument("Version") as string ?? "1.0.0", reliance.Source.ContainingAssembly.Name);
            if (!SymbolEqualityComparer.Default.Equals(reliance.Source.ContainingAssembly, context.Compilation.Assembly))
            {
                used[name] = true;
                Compare(reliance, name);
            }
        }
    }

    private void RunShell(Reliance reliance, string file)
    {
        used[LockFile.IsLock(file) ? LockFile.PipelineOf(file) : ""] = true;
        var shell = new ShellCheck(reliance, file, locks, context.Compilation, context.CancellationToken);
        if (shell.Problem is { } problem)
        {
            Report(reliance.Attribute.ArgumentLocation(0, context.CancellationToken), problem);
        }
        else if (shell.Contract is { } contract)
        {
            CheckVersion(reliance, contract.Pipeline, contract.Version, file);
        }
    }

    private void Compare(Reliance reliance, string name)
    {
        if (
            !locks.TryGetValue(name, out var file)
            || file.Read(context.CancellationToken).Contract is not { } promised
            || EntryOf(reliance) is not var (entry, type)
        )
        {
            return;
        }

        var place = reliance.Source.ContainingAssembly.Name;
        var location = reliance.Attribute.ArgumentLocation(0, context.CancellationToken);
        var (declared, problem) = ReferencedContract.Find(reliance.Source.ContainingAssembly, name, promised.Stages.Count > 0);
        if (declared is null)
        {
            Report(location, $"The manifest of pipeline '{name}' in {place} {problem}: build both projects with one version of Mlops.Dsl");
            return;
        }

        var changes =
            entry is not null && promised.Publications.All(publication => publication.Name != entry)
                ?
                [
                    new ContractChange(
                        true,
                        $"'{reliance.Member}' publishes '{entry}', which is not among what was promised ({Names(promised)})"
                    ),
                ]
                : ContractComparison
                    .Compare(ContractPart.Of(promised, entry, type), ContractPart.Of(declared, entry, type))
                    .Where(static change => change.IsBreaking)
                    .ToList();
        if (changes.Count > 0)
        {
            Report(
                location,
                $"Pipeline '{name}' changed in {place}: {ChangeText.Join(changes)}; '{reliance.Method.Name}' was made for version "
                    + $"{promised.Version}, whose lock is kept here, and the pipeline has version {declared.Version}: undo the change "
                    + $"there, or adapt this project and what calls it, and replace the lock by the pipeline's new one"
            );
        }
    }

    /// <summary>
    /// What is taken: the published entry and its type, or the type of an artifact of the run that published; null where there is none,
    /// which other rules report.
    /// </summary>
    private static (string? Entry, string Type)? EntryOf(Reliance reliance)
    {
        var method = reliance.Source.GetMembers(reliance.Member ?? "").OfType<IMethodSymbol>().FirstOrDefault();
        return method is null
            ? reliance.IsPredict
                ? null
                : (null, TypeText.Display(reliance.Method.ReturnType))
            : method.Find("Publish") is { } publish
                ? (publish.Argument<string>(0), TypeText.Display(method.ReturnType))
                : reliance.IsPredict
                    ? null
                    : (null, TypeText.Display(method.ReturnType));
    }

    private void CheckVersion(Reliance reliance, string pipeline, string version, string place)
    {
        if (reliance.Attribute.Argument("PipelineVersion") is not string wanted)
        {
            return;
        }

        var location = reliance.Attribute.ArgumentLocation("PipelineVersion", context.CancellationToken);
        if (SemanticVersion.TryParse(wanted) is not { } made)
        {
            Report(
                location,
                $"'{wanted}' is no semantic version: name the version of pipeline '{pipeline}' that '{reliance.Method.Name}' was made for, "
                    + $"such as \"{version}\"",
                version
            );
        }
        else if (SemanticVersion.TryParse(version) is { } now && VersionRule.Reaches(now, VersionRule.Breaking(made)))
        {
            Report(
                location,
                $"Pipeline '{pipeline}' has version {version} in {place}, which may break what version {wanted} promised, and "
                    + $"'{reliance.Method.Name}' was made for that: see what changed there, adapt this project and what calls it, and set "
                    + $"PipelineVersion to \"{version}\"",
                version
            );
        }
        else if (SemanticVersion.TryParse(version) is { } old && !VersionRule.Reaches(old, made with { IsPreRelease = false }))
        {
            Report(
                location,
                $"Pipeline '{pipeline}' has version {version} in {place}, and '{reliance.Method.Name}' was made for {wanted}: take the "
                    + $"newer pipeline, or set PipelineVersion to \"{version}\"",
                version
            );
        }
    }

    /// <param name="location">Where.</param>
    /// <param name="sentence">What, as a sentence without its end.</param>
    /// <param name="version">The version that the attribute is to name; null where that is not what is wrong.</param>
    private void Report(Location? location, string sentence, string? version = null) =>
        context.ReportDiagnostic(
            Diagnostic.Create(ContractRules.ReliedOnChanged, location, RuleProperties.Of(RuleProperties.Replacement, version), sentence)
        );

    private static string Names(PipelineContract contract) =>
        contract.Publications.Count == 0
            ? "nothing"
            : string.Join(", ", contract.Publications.Select(static publication => $"'{publication.Name}'"));
}
