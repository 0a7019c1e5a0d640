using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// The codec of a <c>[Row]</c>, <c>[RowView]</c> or <c>[Prediction]</c> type, which the row generator writes into the type itself.
/// </summary>
internal static class RowCodecReference
{
    public static PlannedCodec Plan(INamedTypeSymbol type, RowKind kind, Compilation compilation) =>
        !IsImported(type) && !IsCompleted(type, kind, compilation)
            ? new CodecProblem(type, $"is a [{kind.Attribute()}] that can't be completed: see its own error")
        : IsImported(type) && !HasCodec(type)
            ? new CodecProblem(
                type,
                $"is a [{kind.Attribute()}] of '{type.ContainingAssembly.Name}', which was built without the generator: refer to the "
                    + $"package Mlops.Dsl there, too"
            )
        : $"global::Mlops.Dsl.Serialization.Codecs.Row<{TypeText.Code(type)}>()";

    private static bool IsCompleted(INamedTypeSymbol type, RowKind kind, Compilation compilation) =>
        RowTypeShape.CanBeExtended(type)
        && (
            kind != RowKind.View
            || (ViewShape.Problem(type) is null && ViewPlan.Find(type, compilation, CancellationToken.None).Plan is not null)
        );

    private static bool IsImported(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length == 0;

    private static bool HasCodec(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static candidate =>
            candidate is { Name: "IRow", Arity: 1 } && BuiltInCodecs.IsNamespace(candidate.ContainingNamespace, "Mlops.Dsl")
        );
}
