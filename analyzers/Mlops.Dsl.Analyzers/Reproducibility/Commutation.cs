using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises loops whose rounds may run in any order: they add up whole numbers, fill sets and dictionaries, or do something to each file
/// by itself.
/// </summary>
internal static class Commutation
{
    /// <summary>Whether the order of rounds cannot matter to what a loop's body does.</summary>
    public static bool IsIn(IOperation body) =>
        body.DescendantsAndSelf()
            .All(step =>
                step switch
                {
                    IReturnOperation
                    or IThrowOperation
                    or IIncrementOrDecrementOperation { Type.SpecialType: SpecialType.System_Single or SpecialType.System_Double } => false,
                    IBranchOperation branch => branch.BranchKind == BranchKind.Continue,
                    ICompoundAssignmentOperation sum => IsWhole(sum.Type)
                        && sum.OperatorKind
                            is BinaryOperatorKind.Add
                                or BinaryOperatorKind.Subtract
                                or BinaryOperatorKind.Multiply
                                or BinaryOperatorKind.And
                                or BinaryOperatorKind.Or
                                or BinaryOperatorKind.ExclusiveOr,
                    ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } => IsDeclaredIn(body, local),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [_] } entry } assignment => IsKeyed(
                        entry.Property.ContainingType
                    ) && !RoundNumbers.Contains(assignment.Value, entry.Instance, body),
                    IAssignmentOperation => false,
                    IExpressionStatementOperation { Operation: IInvocationOperation call } => Telemetry.Takes(call)
                        || (IsOfEach(call.TargetMethod) && !Appends(call, body))
                        || (AddsEntry(call) && !RoundNumbers.AreAdded(call, body)),
                    _ => true,
                }
            );

    /// <summary>Whether a type is one of whole numbers, whose sum is the same in any order.</summary>
    public static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whether a call files something under a key.</summary>
    public static bool AddsEntry(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add" or "TryAdd" or "GetOrAdd"
        && call.Arguments.Length == 2
        && IsKeyed(call.TargetMethod.ContainingType);

    /// <summary>Whether a type is a dictionary.</summary>
    public static bool IsKeyed(INamedTypeSymbol type) =>
        type.Name == "IDictionary" || type.AllInterfaces.Any(static face => face.Name == "IDictionary");

    private static bool IsDeclaredIn(IOperation body, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declaration, ..]
        && body.Syntax.Span.Contains(declaration.Span)
        && body.Syntax.SyntaxTree == declaration.SyntaxTree;

    /// <summary>Whether a call copies into a stream that was there before the loop, behind what the rounds before have put there.</summary>
    private static bool Appends(IInvocationOperation call, IOperation body) =>
        call.TargetMethod.Name is "CopyTo"
        && call.Arguments.FirstOrDefault() is { Value: var target, Parameter.Type.Name: "Stream" }
        && !(
            Ordering.Place(target is IConversionOperation conversion ? conversion.Operand : target) is ILocalSymbol local
            && IsDeclaredIn(body, local)
        );

    private static bool IsOfEach(IMethodSymbol method) =>
        method.Name switch
        {
            "Add" or "UnionWith" or "ExceptWith" => method.ContainingType.AllInterfaces.Any(static face => face.Name == "ISet"),
            "Delete" or "Copy" or "CopyTo" or "Move" or "MoveTo" => method.ContainingType.ContainingNamespace.Is("System.IO"),
            _ => false,
        };
}
