using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>
/// Pipelines name files beside the program, and stages the folders that they write files into. Disks take names of 255 bytes.
/// </summary>
internal sealed class NameTooLong : PipelineRule
{
    /// <summary>
    /// The longest name, in bytes of UTF-8: what is left of 255 beside ".fingerprints.json", and the number of a process or an attempt.
    /// </summary>
    public const int LongestName = 200;

    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1028",
        "Name is too long for a file",
        "The name of {0} '{1}…' has {2} bytes, and files are called after it: use at most {3}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The files beside the program are called after the pipeline, and the folders that stages write files into after the "
            + "stage. File systems take names of 255 bytes in UTF-8, of which a letter outside ASCII takes two to four.",
        helpLinkUri: RuleHelp.Link("MLP1028")
    );

    private const int Shown = 40;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        Check(
            context,
            "pipeline",
            context.Attribute.Argument<string>(0),
            () => context.Attribute.ArgumentLocation(0, context.CancellationToken)
        );
        foreach (var stage in context.Stages)
        {
            Check(context, "stage", stage.Method.Name, stage.Method.NameLocation);
        }
    }

    private static void Check(PipelineContext context, string kind, string? name, Func<Location?> location)
    {
        if (name is not null && Encoding.UTF8.GetByteCount(name) is > LongestName and var length)
        {
            context.Report(
                Descriptor,
                location(),
                kind,
                name.Substring(0, Math.Min(Shown, name.Length)),
                length.ToString(CultureInfo.InvariantCulture),
                LongestName
            );
        }
    }
}
