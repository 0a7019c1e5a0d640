using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The codec of a <c>[Row]</c> type, which the row generator writes into the type itself.</summary>
internal static class RowCodecReference
{
    public static PlannedCodec Plan(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length == 0 || RowTypeShape.CanBeExtended(type)
            ? $"global::Mlops.Dsl.Serialization.Codecs.Row<{TypeText.Code(type)}>()"
            : new CodecProblem(type, "is a [Row] that can't be completed: see its own error");
}
