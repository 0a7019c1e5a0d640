using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Origins;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Tells which files an operation reads and writes.</summary>
internal static class FileUses
{
    /// <summary>The files that an operation uses.</summary>
    public static IEnumerable<FileUse> Of(ReachedOperation operation)
    {
        if (operation.Member is not { } used || FileMembers.Find(used) is not { } member)
        {
            yield break;
        }

        var writes = member.Write is not null && (!member.ByMode || FileModes.Writes(operation.Operation));
        if (writes)
        {
            yield return new(Path(operation, used, member.Write!), member.Write!, Writes: true);
        }

        if (member.Read is not null && (!member.ByMode || !writes))
        {
            yield return new(Path(operation, used, member.Read), member.Read, Writes: false);
        }
    }

    private static Origin Path(ReachedOperation operation, ISymbol used, string parameter)
    {
        if (operation.Operation is IMethodReferenceOperation { Method: var method })
        {
            return method.OriginalDefinition.Parameters.FirstOrDefault(p => p.Name == parameter) is { } place
                ? new Origin.Place(place.CanonicalParameter())
                : Origin.None;
        }

        // A temporary folder of the system's has no path to begin with.
        return parameter.Length == 0
                ? operation.Origins.Read(
                    (operation.Operation as IInvocationOperation)?.Instance
                        ?? (operation.Operation as IPropertyReferenceOperation)?.Instance
                )
            : operation.Argument(parameter) is { } path ? operation.Origins.Read(path)
            : Origin.Outside;
    }
}
