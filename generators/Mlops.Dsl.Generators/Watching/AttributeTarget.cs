using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>Tells what is wrong with an attribute that names a class and a member of it.</summary>
internal static class AttributeTarget
{
    /// <summary>What to write instead; null where the compiler says itself what is wrong.</summary>
    public static string? Problem(AttributeData attribute, string type, string member) =>
        attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(IsErroneous)
            ? null
            : $"the attribute names no {type} and {member}: write typeof(The{char.ToUpperInvariant(type[0])}{type.Substring(1)}) and "
                + $"nameof of the {member}";

    private static bool IsErroneous(TypedConstant argument) =>
        argument.Kind == TypedConstantKind.Error
        || (argument.Kind == TypedConstantKind.Type && argument.Value is ITypeSymbol type && type.HasErrors());
}
