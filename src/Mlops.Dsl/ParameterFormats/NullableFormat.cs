namespace Mlops.Dsl.Execution;

/// <summary>Values that may be missing: the empty text means none.</summary>
internal sealed class NullableFormat<T>(ParameterFormat<T> inner) : ParameterFormat<T?>
    where T : struct
{
    public override string Expected => inner.Expected + ", or empty for none";

    public override IReadOnlyList<string> KnownTexts => inner.KnownTexts;

    public override bool TryParse(string text, out T? value)
    {
        if (text.Length == 0)
        {
            value = null;
            return true;
        }

        var parsed = inner.TryParse(text, out var known);
        value = parsed ? known : null;
        return parsed;
    }

    public override string? Format(T? value) => value is { } known ? inner.Format(known) : null;
}
