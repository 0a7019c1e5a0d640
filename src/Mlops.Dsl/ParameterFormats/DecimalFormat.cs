using System.Globalization;

namespace Mlops.Dsl.Execution;

/// <summary>Decimals. Trailing zeros are part of the value, as they are for <see cref="decimal.ToString()"/>.</summary>
internal sealed class DecimalFormat : ParameterFormat<decimal>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override string Expected => "a decimal number such as 19.99, with '.' before the fraction";

    public override bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out value);

    public override string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
