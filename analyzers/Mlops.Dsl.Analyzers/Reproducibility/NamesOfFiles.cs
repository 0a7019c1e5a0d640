using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises files of several folders that are put in order by their names alone. Several folders may have a file of one name, and those
/// stay in the order of the file system.
/// </summary>
internal static class NamesOfFiles
{
    /// <summary>Whether what a call lists is sorted so, and by nothing else.</summary>
    public static bool DecideAfter(IOperation listing)
    {
        if (!IsOfSeveralFolders(listing))
        {
            return false;
        }

        return Sorts(listing)
            .Any(static sort =>
                IsByName(sort)
                && sort.Parent
                    is not IArgumentOperation
                    {
                        Parent: IInvocationOperation
                        {
                            TargetMethod.Name: "ThenBy" or "ThenByDescending" or "OrderBy" or "Order" or "Count" or "ToHashSet"
                        }
                    }
            );
    }

    private static bool IsOfSeveralFolders(IOperation listing) =>
        listing is IInvocationOperation call
        && (
            call.Arguments.Any(static argument =>
                argument.Value is { Type.Name: "SearchOption", ConstantValue: { HasValue: true, Value: 1 } }
                || (argument is { ArgumentKind: ArgumentKind.Explicit, Value.Type.Name: "EnumerationOptions" } && Recurses(argument.Value))
            ) || Flattening(call) is not null
        );

    private static bool Recurses(IOperation options) =>
        options
            .Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Any(static assignment =>
                assignment
                    is {
                        Target: IPropertyReferenceOperation { Property.Name: "RecurseSubdirectories" },
                        Value.ConstantValue: { HasValue: true, Value: true }
                    }
            );

    /// <summary>The query that puts together what is listed for each folder.</summary>
    private static IOperation? Flattening(IOperation listing)
    {
        var current = listing.Parent;
        while (current is IReturnOperation or IBlockOperation or IConversionOperation)
        {
            current = current.Parent;
        }

        return
            current
                is IAnonymousFunctionOperation
                {
                    Parent: IDelegateCreationOperation
                    {
                        Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "SelectMany" } query }
                    }
                }
            ? query
            : null;
    }

    /// <summary>The calls that sort what is listed: in the same query, or where the local is used that it is put into.</summary>
    private static IEnumerable<IInvocationOperation> Sorts(IOperation listing)
    {
        for (var current = Flattening(listing) ?? listing; ; )
        {
            switch (current.Parent)
            {
                case IConversionOperation conversion:
                    current = conversion;
                    break;
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation call } when IsSort(call.TargetMethod):
                    return [call];
                case IArgumentOperation
                {
                    Parameter.Ordinal: 0,
                    Parent: IInvocationOperation
                    {
                        TargetMethod: { ContainingType.Name: "Enumerable", Name: "Where" or "ToList" or "ToArray" or "AsEnumerable" }
                    } call
                }:
                    current = call;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return listing
                        .Root()
                        .Uses(local)
                        .Select(static use => use.Parent is IConversionOperation conversion ? conversion.Parent : use.Parent)
                        .OfType<IArgumentOperation>()
                        .Select(static argument => argument.Parent)
                        .OfType<IInvocationOperation>()
                        .Where(static call => IsSort(call.TargetMethod));
                default:
                    return [];
            }
        }
    }

    private static bool IsSort(IMethodSymbol method) =>
        method.ContainingType.Name == "Enumerable" && method.Name is "OrderBy" or "OrderByDescending";

    private static bool IsByName(IInvocationOperation sort) =>
        sort.Arguments.ElementAtOrDefault(1)?.Value is IDelegateCreationOperation { Target: var key }
        && key switch
        {
            IMethodReferenceOperation { Method: var method } => IsNameOf(method),
            IAnonymousFunctionOperation
            {
                Symbol.Parameters: [var file],
                Body.Operations: [IReturnOperation { ReturnedValue: { } name }]
            } => IsNameOf(name, file),
            _ => false,
        };

    private static bool IsNameOf(IOperation name, IParameterSymbol file) =>
        name switch
        {
            IConversionOperation conversion => IsNameOf(conversion.Operand, file),
            IInvocationOperation { TargetMethod: var method, Arguments: [{ Value: var path }] } => IsNameOf(method) && IsFile(path, file),
            IPropertyReferenceOperation
            {
                Property: { Name: "Name", ContainingType.Name: "FileInfo" or "FileSystemInfo" },
                Instance: var info
            } => IsFile(info, file),
            _ => false,
        };

    private static bool IsNameOf(IMethodSymbol method) =>
        method is { Name: "GetFileName" or "GetFileNameWithoutExtension", ContainingType.Name: "Path" };

    private static bool IsFile(IOperation? used, IParameterSymbol file) =>
        used switch
        {
            IConversionOperation conversion => IsFile(conversion.Operand, file),
            IParameterReferenceOperation reference => reference.Parameter.Same(file),
            _ => false,
        };
}
