using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A file that the engine did not hand out is no artifact.</summary>
internal sealed class FileWritten : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3001",
        "File is written outside the run",
        "{0} writes with '{1}' to a path of its own: no run stores the file or knows that it exists, and a reused result does not write it "
            + "again; write it with StageContext.CreateFile, and return GetFile",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a stage makes leaves it as an artifact: a returned value, or a file in the stage's temporary folder that "
            + "StageContext.GetFile returns. Any other file is in no store, no lineage and no manifest; a cached stage does not write it "
            + "again, and two runs overwrite each other's.",
        helpLinkUri: RuleHelp.Link("MLP3001")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => FileMembers.Types;

    public override bool Includes(ISymbol member) => member is IMethodSymbol method && FileMembers.Find(method)?.Write is not null;

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) => !isOwn && member is IMethodSymbol method && FileMembers.OfLibrary(method)?.Write is not null;

    public override Fault? Check(ReachedOperation operation)
    {
        foreach (var use in FileUses.Of(operation))
        {
            if (use.Writes)
            {
                return operation.Origins.UnlessTracked(
                    operation.Fault(operation.MemberName) with
                    {
                        Properties = RuleProperties.Of(RuleProperties.PathParameter, use.Parameter),
                    },
                    use.Path,
                    artifactFiles: false,
                    operation.Owner.Canonical(),
                    stage => Exports(stage, operation.Types)
                );
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a stage is there to copy out what others made: it returns nothing, so that it runs in each run, takes something that a run
    /// keeps, and fits nothing itself.
    /// Where that goes has to be told by a parameter of the pipeline, which the run records.
    /// </summary>
    public static bool Exports(IMethodSymbol stage, KnownTypes types) =>
        StageMethod.Find(stage, types)?.Role(types.Stage) is not null
        && types.Result(stage.ReturnType) is null
        && stage.Parameters.Any(static parameter => !InputBinder.IsInjected(parameter))
        && !stage.Parameters.Any(static parameter => Provenance.IsTraining(parameter.Type));
}
