using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>The file system decides in which order a folder is listed.</summary>
internal sealed class FolderOrder : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4005",
        "Order of files in a folder is not defined",
        "{0} lists a folder with '{1}', whose order the file system decides; sort the result",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The same folder comes in another order on another file system, or after a copy. Rows then change places, and with "
            + "them splits, batches and models.",
        helpLinkUri: RuleHelp.Link("MLP4005")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.IO.Directory", "System.IO.DirectoryInfo"];

    public override bool Includes(ISymbol member) =>
        member
            is IMethodSymbol
            {
                Name: "GetFiles"
                    or "EnumerateFiles"
                    or "GetDirectories"
                    or "EnumerateDirectories"
                    or "GetFileSystemEntries"
                    or "EnumerateFileSystemEntries"
                    or "GetFileSystemInfos"
                    or "EnumerateFileSystemInfos",
            };

    public override Fault? Check(ReachedOperation operation) =>
        Ordering.IsIrrelevant(operation.Operation) && !NamesOfFiles.DecideAfter(operation.Operation)
            ? null
            : operation.Fault(operation.MemberName);
}
