using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A person at a keyboard is no input that a run could repeat.</summary>
internal sealed class InteractiveRead : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3006",
        "Stage reads the console or the clipboard",
        "{0} reads '{1}': no run records what was typed, no schedule can type it, and the cached result is reused whatever is typed next; "
            + "take it as a [Parameter]",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a stage reads from the console or the clipboard is in no cache key and no record of the run. Declare a "
            + "parameter, and pass it on the command line.",
        helpLinkUri: RuleHelp.Link("MLP3006")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Console",
            "System.Windows.Clipboard",
            "System.Windows.Forms.Clipboard",
            "Windows.ApplicationModel.DataTransfer.Clipboard",
            "TextCopy.Clipboard",
            "TextCopy.ClipboardService",
        ];

    // A source may read its data from the standard input: it is hashed.
    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) => operation.Fault(operation.MemberName);

    public override bool Includes(ISymbol member) =>
        member.ContainingType.Name == "Console"
            ? member.Name is "Read" or "ReadKey" or "ReadLine" or "In" or "OpenStandardInput" or "KeyAvailable"
            : member.Name.StartsWith("Get", StringComparison.Ordinal);
}
