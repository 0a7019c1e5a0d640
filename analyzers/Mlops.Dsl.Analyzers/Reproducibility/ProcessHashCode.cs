using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Hash codes of strings and objects hold within one process.</summary>
internal sealed class ProcessHashCode : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4004",
        "Hash code differs from run to run",
        "{0} takes a hash code with '{1}', which differs from one process to the next; hash the content with a fixed function, such as "
            + "XxHash64 or SHA-256",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The hash codes of strings, and whatever is combined from them, are seeded anew in each process; those of objects "
            + "follow their identity. As bucket numbers, feature indices or seeds they make a model that the next process cannot feed.",
        helpLinkUri: RuleHelp.Link("MLP4004")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, _) => member is IMethodSymbol { Name: nameof(GetHashCode) or "Combine" or "ToHashCode" };

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation)
    {
        return operation.Operation is IInvocationOperation call && IsHash(call) && operation.Owner.Name != nameof(GetHashCode)
            ? ValueUses.UnlessHarmless(operation, operation.Fault($"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"))
            : null;
    }

    private static bool IsHash(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: nameof(GetHashCode), IsStatic: false, Parameters.Length: 0 } => call.Instance is { Type: { } type } && !IsStable(type),
            { Name: nameof(GetHashCode), ContainingType.Name: "String" or "RuntimeHelpers" or "StringComparer" or "EqualityComparer" } =>
                true,
            { Name: nameof(GetHashCode), ContainingType: { Name: "IEqualityComparer", TypeArguments: [var compared] } } => !IsStable(
                compared
            ) && DefaultComparers.May(call.Instance),
            { Name: "Combine" or "ToHashCode", ContainingType: { Name: "HashCode" } type } => type.ContainingNamespace.Is("System"),
            _ => false,
        };

    /// <summary>Types whose hash code is computed from their bits alone.</summary>
    private static bool IsStable(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType
            is (>= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr and not SpecialType.System_String)
                or SpecialType.System_DateTime
        || (
            type.IsValueType
            && type.ContainingNamespace.Is("System")
            && type.Name is "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Half" or "Int128" or "UInt128"
        )
        || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsStable(((INamedTypeSymbol)type).TypeArguments[0]));
}
