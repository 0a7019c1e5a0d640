using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>The ways in which programs write a text down, and how each looks where it ends up.</summary>
internal sealed record Spelling(string Name, Func<string, string> Write)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<Spelling> All { get; } =
    [
        new("plain", static text => text),
        new("URL", Uri.EscapeDataString),
        new("URL in lower case", static text => InLowerCase(Uri.EscapeDataString(text))),
        new("URL, twice", static text => Uri.EscapeDataString(Uri.EscapeDataString(text))),
        new("form", WebUtility.UrlEncode),
        new("JSON", static text => JsonSerializer.Serialize(text)[1..^1]),
        new("JSON, relaxed", static text => JsonSerializer.Serialize(text, Relaxed)[1..^1]),
        new("JSON in JSON", static text => JsonSerializer.Serialize(JsonSerializer.Serialize(text, Relaxed), Relaxed)[3..^3]),
        new("JSON in JSON, both escaped", static text => JsonSerializer.Serialize(JsonSerializer.Serialize(text))[7..^7]),
        new("every character escaped", static text => string.Concat(text.Select(static c => $"\\u{(int)c:X4}"))),
        new("HTML", WebUtility.HtmlEncode),
        new("HTML, numbers", static text => string.Concat(text.EnumerateRunes().Select(static rune => $"&#x{rune.Value:X};"))),
        new("base64", static text => Base64(text, 0)),
        new("base64 behind one byte", static text => Base64(text, 1)),
        new("base64 behind two bytes", static text => Base64(text, 2)),
        new("base64 for URLs", static text => Base64(text, 1).Replace('+', '-').Replace('/', '_')),
        new("base64 in JSON", static text => JsonSerializer.Serialize(Base64(text, 0))[1..^1]),
        new("base64 in a URL", static text => Uri.EscapeDataString(Base64(text, 2))),
        new("base64 in lines", static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('-', 60) + text), Base64FormattingOptions.InsertLineBreaks)[82..].TrimEnd('=')),
        new("hexadecimal", static text => Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        new("hexadecimal in lower case", static text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
    ];

    public override string ToString() => Name;

    /// <summary>Base64 without the characters at its ends that hold bits of other bytes.</summary>
    private static string Base64(string text, int before)
    {
        byte[] bytes = [.. new byte[before], .. Encoding.UTF8.GetBytes(text)];
        return Convert.ToBase64String(bytes)[(before == 0 ? 0 : before + 1)..(bytes.Length * 8 / 6)];
    }

    private static string InLowerCase(string escaped) =>
        System.Text.RegularExpressions.Regex.Replace(escaped, "%..", static match => match.Value.ToLowerInvariant(), default, TimeSpan.FromSeconds(10));
}
