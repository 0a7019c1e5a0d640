using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Writes constants as C# and as JSON.</summary>
internal static class Literal
{
    /// <summary>A C# string literal, or <c>null</c>.</summary>
    public static string Text(string? value) =>
        value is null ? "null"
        : PlainText.NeedsNoEscape(value) ? $"\"{value}\""
        : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A constant of a primitive type as C#.</summary>
    public static string Code(object? value) =>
        value switch
        {
            null => "null",
            string text => Text(text),
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            long number => number.ToString(CultureInfo.InvariantCulture) + "L",
            ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
            uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };

    /// <summary>An attribute's argument as C#.</summary>
    public static string Code(TypedConstant constant) =>
        constant.Kind switch
        {
            TypedConstantKind.Array when constant.IsNull => "null",
            TypedConstantKind.Array => $"new {TypeText.Code(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Code))} }}",
            TypedConstantKind.Type => constant.Value is ITypeSymbol type ? $"typeof({TypeText.Code(type)})" : "null",
            TypedConstantKind.Enum => $"({TypeText.Code(constant.Type!)})({Code(constant.Value)})",
            _ when constant.Value is byte or sbyte or short or ushort => $"({TypeText.Code(constant.Type!)})({Code(constant.Value)})",
            _ => Code(constant.Value),
        };

    /// <summary>A constant as JSON; numbers that JSON has no form for become texts.</summary>
    public static string Json(object? value) =>
        value switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            double number when double.IsNaN(number) || double.IsInfinity(number) => JsonText.Quote(
                number.ToString(CultureInfo.InvariantCulture)
            ),
            float number when float.IsNaN(number) || float.IsInfinity(number) => JsonText.Quote(
                number.ToString(CultureInfo.InvariantCulture)
            ),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            string or char => JsonText.Quote(value.ToString()),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonText.Quote(value.ToString()),
        };
}
