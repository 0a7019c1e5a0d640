using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises places of files on this machine that get into an output. What opens the file needs the place; only what keeps it for others
/// is at fault, who find no file there. Its path within the source is the same everywhere.
/// </summary>
internal static class KeptLocation
{
    /// <summary>Whether a member gives such a place.</summary>
    public static bool May(ISymbol member) =>
        member is IPropertySymbol { Name: "Location" } && member.ContainingType.IsLanguageType("FileArtifact");

    /// <summary>Whether the place that an operation gives is kept.</summary>
    public static bool Is(ReachedOperation operation) => IsKept(operation.Operation, operation);

    private static bool IsKept(IOperation place, ReachedOperation operation) =>
        place.Parent switch
        {
            IConversionOperation or ITupleOperation or IInterpolationOperation or IInterpolatedStringOperation or ICoalesceOperation =>
                IsKept(place.Parent, operation),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsKept(sum, operation),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: { } made } } => operation.Artifacts.HoldsAny(made),
            IArgumentOperation { Parent: IInvocationOperation call } argument => Keeps(call, argument)
                || (IsPartOf(call) && IsKept(call, operation)),
            IInvocationOperation call when call.Instance == place => IsPartOf(call) && IsKept(call, operation),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var column } } => operation.Artifacts.HoldsAny(
                column.ContainingType
            ),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => operation
                .Operation.Root()
                .Uses(local)
                .Any(use => IsKept(use, operation)),
            IReturnOperation => place.Type is { SpecialType: SpecialType.System_String } or { IsTupleType: true }
                && IsCollected(place.Parent),
            _ => false,
        };

    /// <summary>Whether a text is still the place, or a part of it that the machine decides.</summary>
    private static bool IsPartOf(IInvocationOperation call) =>
        (
            call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
            && call.TargetMethod.Name is "Replace" or "ToLowerInvariant" or "Trim" or "TrimEnd" or "Join" or "Concat"
        ) || call.TargetMethod is { ContainingType.Name: "Path", Name: "GetFullPath" or "GetDirectoryName" or "ChangeExtension" };

    /// <summary>Whether a call writes what it is given into a text that others read.</summary>
    private static bool Keeps(IInvocationOperation call, IArgumentOperation argument) =>
        call.TargetMethod switch
        {
            {
                Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" or "WriteField" or "WriteString" or "WriteStringValue",
                ContainingType: { Name: not ("Console" or "Debug" or "Trace") }
            } => call.Instance is not IPropertyReferenceOperation { Property.ContainingType.Name: "Console" },
            { Name: "Append" or "AppendLine", ContainingType.Name: "StringBuilder" } => true,
            { Name: "AppendAllText" or "WriteAllText", ContainingType.Name: "File" } => argument.Parameter?.Ordinal == 1,
            _ => false,
        };

    /// <summary>Whether a lambda returns it to a query that a stage returns.</summary>
    private static bool IsCollected(IOperation result)
    {
        var current = result.Parent;
        while (current is IBlockOperation)
        {
            current = current.Parent;
        }

        if (
            current
            is not IAnonymousFunctionOperation
            {
                Parent: IDelegateCreationOperation
                {
                    Parent: IArgumentOperation
                    {
                        Parent: IInvocationOperation
                        {
                            TargetMethod: { Name: "Select" or "ToDictionary", ContainingType.Name: "Enumerable" }
                        } query
                    }
                }
            }
        )
        {
            return false;
        }

        IOperation made = query;
        while (
            made.Parent is IConversionOperation or ISpreadOperation or ICollectionExpressionOperation
            || made.Parent
                is IArgumentOperation
                {
                    Parameter.Ordinal: 0,
                    Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" }
                }
            || made.Parent is IInvocationOperation
        )
        {
            made = made.Parent;
        }

        return made.Parent is IReturnOperation { Parent: IBlockOperation { Parent: IMethodBodyOperation } };
    }
}
