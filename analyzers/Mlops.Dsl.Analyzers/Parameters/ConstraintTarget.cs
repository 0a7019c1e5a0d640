using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Release;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>Which validation attribute can check which type.</summary>
internal static class ConstraintTarget
{
    /// <summary>Why an attribute can't check values of a type, in words that follow the member; null if it can.</summary>
    public static string? Problem(string name, AttributeData attribute, ITypeSymbol type)
    {
        var value = type.WithoutNullable();
        return name switch
        {
            "Range" => RangeProblem(attribute, value),
            "StringLength" or "RegularExpression" when value.SpecialType != SpecialType.System_String =>
                $"checks text, but the type is {type.Display()}",
            "EmailAddress"
            or "Url"
            or "Phone"
            or "CreditCard"
            or "FileExtensions"
            or "Base64String" when value.SpecialType != SpecialType.System_String => $"checks text, but the type is {type.Display()}",
            "MinLength" or "MaxLength" or "Length" when !HasLength(value) => $"checks a length, but a {type.Display()} has none",
            "MinLength" or "Length" when attribute.ConstructorArguments is [{ Value: int and < 0 and var minimum }, ..] =>
                $"has the minimum {minimum}, which is no length",
            "StringLength" when attribute.Argument("MinimumLength") is int and < 0 and var minimum =>
                $"has the minimum {minimum}, which is no length",
            "AllowedValues" or "DeniedValues" => ListProblem(attribute, type, value),
            "Compare" => "compares two values, but each value is checked by itself; compare them in a stage",
            _ => null,
        };
    }

    private static string? RangeProblem(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.ConstructorArguments is [{ Value: ITypeSymbol bounded }, { Value: var minimumText }, { Value: var maximumText }])
        {
            return !RangeText.Bounds(type) ? $"bounds numbers and dates, but the type is {type.Display()}"
                : !SymbolEqualityComparer.Default.Equals(bounded, type)
                    ? $"bounds values of {bounded.Display()}, but the type is {type.Display()}; write [Range(typeof({type.Display()}), "
                        + $"\"…\", \"…\")]"
                : new[] { minimumText, maximumText }.FirstOrDefault(text => RangeText.Parse(type, text as string ?? "") is null)
                    is string wrong
                    ? $"has the bound '{wrong}', which is no value of {type.Display()}"
                : minimumText is null || maximumText is null ? "lacks a bound"
                : null;
        }

        if (type.TypeKind == TypeKind.Enum || !IsNumber(type))
        {
            return $"bounds numbers, but the type is {type.Display()}"
                + (IsDate(type) ? "; write [Range(typeof(" + type.Name + "), \"…\", \"…\")]" : "");
        }

        return
            IntegerBounds(type.SpecialType) is var (minimum, maximum)
            && attribute
                .ConstructorArguments.Select(a => a.Value)
                .OfType<IConvertible>()
                .Select(v => v.ToDouble(CultureInfo.InvariantCulture))
                .Where(b => Math.Floor(b) != b || b < minimum || b > maximum)
                .Select(b => (double?)b)
                .FirstOrDefault()
                is { } bound
            ? $"has the bound {bound.ToString(CultureInfo.InvariantCulture)}, which is no value of {type.Display()}"
            : null;
    }

    /// <summary>A list is compared with boxed values: one of another type equals none.</summary>
    private static string? ListProblem(AttributeData attribute, ITypeSymbol type, ITypeSymbol value)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } list])
        {
            return null;
        }

        foreach (var item in list.Values)
        {
            if (
                item.IsNull
                    ? type.IsValueType && SymbolEqualityComparer.Default.Equals(type, value)
                    : !SymbolEqualityComparer.Default.Equals(item.Type, value)
            )
            {
                return item.IsNull
                    ? $"lists null, which no {type.Display()} is"
                    : $"lists {item.ToCSharpString()}, which is a {item.Type!.Display()} and equals no {type.Display()}";
            }
        }

        return null;
    }

    private static bool HasLength(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type.TypeKind is TypeKind.Array
        || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        || type is { Name: "Half" or "Int128" or "UInt128", ContainingNamespace.Name: "System" };

    private static bool IsDate(ITypeSymbol type) =>
        type is { Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" };

    private static (double Minimum, double Maximum)? IntegerBounds(SpecialType type) =>
        type switch
        {
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
            _ => null,
        };
}
