using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mlops.Dsl.Execution;

/// <summary>
/// A user's type that parses itself and whose <see cref="object.ToString"/> (invariant, where it is formattable) parses back.
/// </summary>
internal sealed class ParsableFormat<T> : ParameterFormat<T>
    where T : IParsable<T>
{
    public override string Expected => $"a text that {typeof(T).Name} parses";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text, CultureInfo.InvariantCulture, out value);

    public override string? Format(T value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
}
