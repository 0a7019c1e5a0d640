using System.Globalization;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Manifests.Constants;

/// <summary>A value as instructions load it: a whole number, the bits of a floating-point one, or a text.</summary>
/// <param name="Bits">The number, or its bits.</param>
/// <param name="Text">The text; null for a number.</param>
/// <param name="IsFloatingPoint">Whether <paramref name="Bits"/> are those of a double.</param>
internal readonly record struct Literal(long Bits, string? Text = null, bool IsFloatingPoint = false)
{
    private const int LongestText = 200;
    private const string DecimalConstant = "System.Runtime.CompilerServices.DecimalConstantAttribute";

    public static Literal OfNumber(double value) => new(BitConverter.DoubleToInt64Bits(value), IsFloatingPoint: true);

    public static Literal OfText(string value) => new(0, value);

    /// <summary>The value of a constant as code loads it, and as people read it; null where there is none.</summary>
    public static (Literal Value, string Text)? Read(WalkedModule module, ConstantHandle handle, CustomAttributeHandleCollection attributes)
    {
        if (handle.IsNil)
        {
            return ReadDecimal(module, attributes);
        }

        var constant = module.Reader.GetConstant(handle);
        var value = module.Reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
        return value switch
        {
            null => null,
            string text => (OfText(text), Quote(text)),
            bool flag => (new(flag ? 1 : 0), flag ? "true" : "false"),
            char letter => (new(letter), $"'{letter}'"),
            float number => (OfNumber(number), number.ToString("R", CultureInfo.InvariantCulture)),
            double number => (OfNumber(number), number.ToString("R", CultureInfo.InvariantCulture)),
            uint number => (new((int)number), number.ToString(CultureInfo.InvariantCulture)),
            ulong number => (new((long)number), number.ToString(CultureInfo.InvariantCulture)),
            IConvertible number => (new(number.ToInt64(CultureInfo.InvariantCulture)), number.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    /// <summary>Metadata has no decimals: an attribute holds their parts, and code makes them of their parts.</summary>
    private static (Literal Value, string Text)? ReadDecimal(WalkedModule module, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(module.Reader.GetCustomAttribute))
        {
            if (module.AttributeTypeName(attribute) == DecimalConstant)
            {
                var blob = module.Reader.GetBlobReader(attribute.Value);
                blob.ReadUInt16(); // ECMA-335 II.23.3: the prolog
                var (scale, sign, high, middle, low) = (
                    blob.ReadByte(),
                    blob.ReadByte(),
                    blob.ReadInt32(),
                    blob.ReadInt32(),
                    blob.ReadInt32()
                );
                return (new(low), new decimal(low, middle, high, sign != 0, scale).ToString(CultureInfo.InvariantCulture));
            }
        }

        return null;
    }

    private static string Quote(string text) => text.Length <= LongestText ? $"\"{text}\"" : $"\"{text.AsSpan(0, LongestText)}…\"";
}
