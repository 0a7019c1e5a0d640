using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Tells which files an operation reads and writes.</summary>
internal static class FileUses
{
    /// <summary>The files that an operation uses.</summary>
    public static IEnumerable<FileUse> Of(ReachedOperation operation)
    {
        if (operation.Member is not IMethodSymbol method || FileMembers.Find(method) is not { } member)
        {
            yield break;
        }

        var writes = member.Write is not null && (!member.ByMode || FileModes.Writes(operation.Operation));
        if (writes)
        {
            yield return new(Path(operation, method, member.Write!), member.Write!, Writes: true);
        }

        if (member.Read is not null && (!member.ByMode || !writes))
        {
            yield return new(Path(operation, method, member.Read), member.Read, Writes: false);
        }
    }

    private static Origin Path(ReachedOperation operation, IMethodSymbol method, string parameter)
    {
        if (operation.Operation is IMethodReferenceOperation)
        {
            return method.Parameters.FirstOrDefault(p => p.Name == parameter) is { } place ? new Origin.Place(place.CanonicalParameter()) : Origin.None;
        }

        // A temporary folder of the system's has no path to begin with.
        return parameter.Length == 0 ? operation.Origins.Read((operation.Operation as IInvocationOperation)?.Instance)
            : operation.Argument(parameter) is { } path ? operation.Origins.Read(path)
            : Origin.Outside;
    }
}
