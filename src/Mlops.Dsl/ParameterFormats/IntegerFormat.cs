using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl.Execution;

/// <summary>Whole numbers: digits with an optional sign, nothing else.</summary>
internal sealed class IntegerFormat<T>(string expected) : ParameterFormat<T>
    where T : IBinaryInteger<T>
{
    public override string Expected => expected;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public override string Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}
