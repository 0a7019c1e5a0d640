using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A file that no source declares is in no cache key.</summary>
internal sealed class FileRead : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3002",
        "File is read outside a source",
        "{0} reads with '{1}' what no [Source] declares: its content is in no cache key, so that a result made from the old content is "
            + "reused; declare a [Source], and take its FileArtifact or FileSet",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The cache key of a stage covers the content of its inputs. A file that it opens by a path of its own is no input: "
            + "the content can change and the key does not, and the lineage does not show it. A [Source] hashes the files, and hands them "
            + "to the stage.",
        helpLinkUri: RuleHelp.Link("MLP3002")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => FileMembers.Types;

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override bool Includes(ISymbol member) =>
        member is IMethodSymbol or IPropertySymbol && FileMembers.Find(member)?.Read is not null;

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) => !isOwn && member is IMethodSymbol method && FileMembers.OfLibrary(method)?.Read is not null;

    public override Fault? Check(ReachedOperation operation)
    {
        if (operation.Operation is IPropertyReferenceOperation property && !IsMadeHere(property.Instance))
        {
            return null;
        }

        foreach (var use in FileUses.Of(operation))
        {
            if (!use.Writes)
            {
                return IsFileToReturn(operation, use.Path) || IsCopiedAway(operation)
                    ? null
                    : NotOfWeb(
                        operation,
                        use.Path,
                        operation.Origins.UnlessTracked(
                            operation.Fault(operation.MemberName) with
                            {
                                Properties = RuleProperties.Of(RuleProperties.PathParameter, use.Parameter),
                            },
                            use.Path,
                            artifactFiles: true
                        )
                    );
            }
        }

        return null;
    }

    /// <summary>A document on the web is no file: it is told as a request.</summary>
    private static Fault? NotOfWeb(ReachedOperation operation, Origin path, Fault? fault) =>
        WebAddresses.May(operation.Member) ? WebAddresses.Unless(fault, path, operation.Origins) : fault;

    /// <summary>
    /// Whether a file that is asked for what it is like is one by a path. Those of a folder are reported where it is listed.
    /// </summary>
    private static bool IsMadeHere(IOperation? file) =>
        file switch
        {
            IObjectCreationOperation => true,
            ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } => declaration.GetSyntax()
                is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax },
            IMemberReferenceOperation { Member: var member } => CalledBody.LastingValue(member, file.SemanticModel, CancellationToken.None)
                is IObjectCreationOperation,
            _ => false,
        };

    /// <summary>What a call moves or copies to where no stage looks for it is in no result; that it writes there is reported.</summary>
    private static bool IsCopiedAway(ReachedOperation operation) =>
        FileUses.Of(operation).FirstOrDefault(static use => use.Writes) is { Writes: true } target
        && operation.Origins.UnlessTracked(operation.Fault(operation.MemberName), target.Path, artifactFiles: false) is { Confirm: null };

    /// <summary>A file that the body also hands to something else, which writes it, becomes an artifact by FromPath.</summary>
    private static bool IsFileToReturn(ReachedOperation operation, Origin path)
    {
        if (operation.Member is not { Name: "FromPath" })
        {
            return false;
        }

        var root = operation.Operation;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants()
            .OfType<IArgumentOperation>()
            .Any(argument =>
                argument.Parent != operation.Operation
                && argument.Parameter?.ContainingType is { Name: not ("Path" or "FileArtifact") }
                && argument.Parameter.ContainingSymbol is { Name: not "Exists" }
                && operation.Origins.Read(argument.Value).Equals(path)
            );
    }
}
