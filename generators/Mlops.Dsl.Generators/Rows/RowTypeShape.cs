using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Whether the generator can add a schema and a codec to a row type. Where it can't, the rules about rows tell the user why.</summary>
internal static class RowTypeShape
{
    public static bool CanBeExtended(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsAbstract: false, IsRefLikeType: false, IsFileLocal: false }
        && TypeAccess.Of(type) != Accessibility.Private
        && CodecHome.Inside(type) is not null;
}
