namespace Mlops.Dsl.Execution;

/// <summary><c>true</c> or <c>false</c>, in any case.</summary>
internal sealed class BooleanFormat : ParameterFormat<bool>
{
    private static readonly string[] Texts = ["true", "false"];

    public override string Expected => "true or false";

    public override IReadOnlyList<string> KnownTexts => Texts;

    public override bool TryParse(string text, out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    public override string Format(bool value) => value ? "true" : "false";
}
