using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Contracts;

/// <summary>Writes a pipeline's lock, and gives the pipeline the version that the change asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RewriteLockFix : CodeFixProvider
{
    /// <summary>Tells the fix that sets the version from the one that does not.</summary>
    internal const string WithVersion = "SetVersionAndRewriteLock";

    private const string LockAlone = "RewriteLock";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP7001", "MLP7002", "MLP7005"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => RewriteLocksFixAll.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<AttributeSyntax>(diagnostic).ConfigureAwait(false) is not { } attribute)
            {
                continue;
            }

            if (NextVersion(diagnostic) is { } version && VersionArgument.CanSet(attribute))
            {
                Register(context, diagnostic, $"Set Version to {version} and rewrite the lock", version, WithVersion);
            }

            // A broken contract is not to be promised under its old version.
            if (diagnostic.Id != "MLP7001")
            {
                Register(context, diagnostic, diagnostic.Id == "MLP7005" ? "Write the lock" : "Rewrite the lock", null, LockAlone);
            }
        }
    }

    /// <summary>The version that a diagnostic's change asks for; null for none.</summary>
    internal static string? NextVersion(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var version) ? version : null;

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string? version, string key) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                cancellationToken => LockEdit.ApplyAsync(context.Document, diagnostic.Location.SourceSpan, version, cancellationToken),
                key
            ),
            diagnostic
        );
}
