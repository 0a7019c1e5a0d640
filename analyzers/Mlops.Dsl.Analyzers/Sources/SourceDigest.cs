using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>What a URI serves can change; the digest pins it.</summary>
internal sealed class SourceDigest : PipelineRule
{
    public static readonly DiagnosticDescriptor MissingDescriptor = new(
        "MLP1055",
        "Source URI without a digest",
        "Source '{0}' reads from a URI without a Sha256, so that its content could change between runs; add Sha256 = \"…\"",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A source from a URI is pinned by the SHA-256 of its content: a run never sees other data than the one that was "
            + "declared.",
        helpLinkUri: RuleHelp.Link("MLP1055")
    );

    public static readonly DiagnosticDescriptor MalformedDescriptor = new(
        "MLP1056",
        "Source digest is malformed",
        "'{0}' is no SHA-256: write its 64 hexadecimal digits",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Sha256 is the digest of the source's content as 64 hexadecimal digits, as sha256sum prints it.",
        helpLinkUri: RuleHelp.Link("MLP1056")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [MissingDescriptor, MalformedDescriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Source) is not { } source)
            {
                continue;
            }

            if (source.NamedArguments.Any(a => a.Key == "Sha256"))
            {
                var digest = source.Argument("Sha256") as string;
                if (digest is not { Length: 64 } || !digest.All(Uri.IsHexDigit))
                {
                    context.Report(MalformedDescriptor, source.ArgumentLocation("Sha256", context.CancellationToken), digest ?? "null");
                }
            }
            else if (SourceUri.Is(source.Argument<string>(0)))
            {
                context.Report(MissingDescriptor, source.ArgumentLocation(0, context.CancellationToken), stage.Method.Name);
            }
        }
    }
}
