using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The codec that <c>[ArtifactCodec]</c> names.</summary>
internal static class CustomCodec
{
    /// <summary>Makes the named codec; one that can't be made is a problem, which a rule of its own reports in full.</summary>
    public static PlannedCodec Plan(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol named)
        {
            return new CodecProblem(type, "names no codec in its [ArtifactCodec]");
        }

        var codec =
            named.IsUnboundGenericType && named.Arity == type.Arity ? named.OriginalDefinition.Construct([.. type.TypeArguments]) : named;
        var isUsable =
            codec is { TypeKind: TypeKind.Class, IsAbstract: false, IsUnboundGenericType: false }
            && codec.InstanceConstructors.Any(static constructor =>
                constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public
            )
            && compilation.IsSymbolAccessibleWithin(codec, compilation.Assembly)
            && Encodes(codec, type);
        return isUsable
            ? $"new {TypeText.Code(codec)}()"
            : new CodecProblem(
                type,
                $"names the codec '{TypeText.Display(codec)}', which can't be used: it must be a class of the assembly's that derives from "
                    + $"Codec<{TypeText.Display(type)}> and has a public constructor without parameters"
            );
    }

    private static bool Encodes(INamedTypeSymbol codec, INamedTypeSymbol type)
    {
        for (var declaring = codec.BaseType; declaring is not null; declaring = declaring.BaseType)
        {
            if (
                declaring is { Name: "Codec", Arity: 1 }
                && BuiltInCodecs.IsNamespace(declaring.ContainingNamespace, "Mlops.Dsl.Serialization")
            )
            {
                return SymbolEqualityComparer.Default.Equals(declaring.TypeArguments[0], type);
            }
        }

        return false;
    }
}
