using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Whether the generator can add a schema and a codec to a row type. Where it can't, the rules about rows tell the user why.
/// </summary>
internal static class RowTypeShape
{
    public static bool CanBeExtended(INamedTypeSymbol type) =>
        type
            is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsAbstract: false, IsRefLikeType: false, IsFileLocal: false }
        && TypeAccess.Of(type) != Accessibility.Private
        && CodecHome.Inside(type) is not null;

    /// <summary>Whether the generator makes a type a row, a view or a prediction that implements a contract.</summary>
    /// <param name="type">The type, with or without what is generated for it.</param>
    /// <param name="contract">The contract's name: <c>IRow</c> or <c>IPrediction</c>.</param>
    public static bool WillBe(INamedTypeSymbol type, string contract) =>
        CanBeExtended(type)
        && RowKinds.Of(type) switch
        {
            RowKind.Row => contract == "IRow",
            RowKind.View => contract == "IRow" && ViewShape.Problem(type) is null,
            RowKind.Prediction => true,
            _ => false,
        };
}
