namespace Mlops.Dsl.Execution;

/// <summary>
/// Enums by the names of their members, in any case; flags as a list of names. Numbers are refused unless nothing else names the value.
/// </summary>
internal sealed class EnumFormat<T> : ParameterFormat<T>
    where T : struct, Enum
{
    private static readonly bool IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
    private static readonly string[] Names = Enum.GetNames<T>();

    public override string Expected => $"{(IsFlags ? "some" : "one")} of {string.Join(", ", Names)}";

    public override IReadOnlyList<string> KnownTexts => Names;

    public override bool TryParse(string text, out T value)
    {
        // A list of names is joined bit by bit, whatever the enum: of one that is no set of flags, the result may be a third member.
        value = default;
        if (
            (!IsFlags && text.Contains(',', StringComparison.Ordinal))
            || (!Enum.TryParse(text, ignoreCase: false, out value) && !Enum.TryParse(text, ignoreCase: true, out value))
        )
        {
            return false;
        }

        // Enum.TryParse takes numbers as well; they would be a second text of a value, or a value that nobody declared.
        var isNumber = text.AsSpan().TrimStart() is [(>= '0' and <= '9') or '-' or '+', ..];
        return isNumber ? IsFlags && text == Format(value) : IsFlags || Enum.IsDefined(value);
    }

    public override string Format(T value) => value.ToString();
}
