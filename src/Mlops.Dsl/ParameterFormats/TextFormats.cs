using System.Diagnostics.CodeAnalysis;

namespace Mlops.Dsl.Execution;

/// <summary>Text is itself.</summary>
internal sealed class StringFormat : ParameterFormat<string>
{
    public override string Expected => "a text";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return true;
    }

    public override string? Format(string value) => value;
}

/// <summary>One UTF-16 character.</summary>
internal sealed class CharFormat : ParameterFormat<char>
{
    public override string Expected => "one character";

    public override bool TryParse(string text, out char value)
    {
        value = text.Length == 1 ? text[0] : default;
        return text.Length == 1;
    }

    public override string Format(char value) => value.ToString();
}

/// <summary>URIs as they were written.</summary>
internal sealed class UriFormat : ParameterFormat<Uri>
{
    public override string Expected => "a URI such as https://example.org/data.csv";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        return text.Length > 0 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
    }

    public override string? Format(Uri value) => value?.OriginalString;
}
