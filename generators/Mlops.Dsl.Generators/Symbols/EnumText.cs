using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Names enum constants.</summary>
internal static class EnumText
{
    /// <summary>The member with a value; null where none has it.</summary>
    public static string? NameOf(ITypeSymbol type, object? value) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))
            ?.Name;
}
