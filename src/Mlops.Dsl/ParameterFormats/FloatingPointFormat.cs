using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl.Execution;

/// <summary>
/// Binary floating-point numbers in the shortest text that parses back; <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are values.
/// </summary>
internal sealed class FloatingPointFormat<T> : ParameterFormat<T>
    where T : IFloatingPointIeee754<T>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override string Expected => "a number such as 0.8, with '.' before the fraction";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        if (!T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        // A number too large to represent would silently become infinity: infinity has to be asked for by name.
        return !T.IsInfinity(value)
            || text.Contains('I', StringComparison.OrdinalIgnoreCase)
            || text.Contains('∞', StringComparison.Ordinal);
    }

    public override string Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}
