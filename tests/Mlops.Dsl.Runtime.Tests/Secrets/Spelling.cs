using System.Globalization;
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
        new(
            "base64 in lines",
            static text =>
                Convert
                    .ToBase64String(Encoding.UTF8.GetBytes(new string('-', 60) + text), Base64FormattingOptions.InsertLineBreaks)[82..]
                    .TrimEnd('=')
        ),
        new("hexadecimal", static text => Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        new("hexadecimal in lower case", static text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
    ];

    /// <summary>What programs write into each other: each is the whole encoding, with the bytes that stand before the text in it.</summary>
    public static IReadOnlyList<Spelling> Encodings { get; } =
    [
        .. All.Where(static spelling => !spelling.Name.StartsWith("base64", StringComparison.Ordinal)),
        new("HTML, every character", static text => string.Concat(text.EnumerateRunes().Select(static rune => $"&#{rune.Value};"))),
        new("base64", static text => InBase64(Encoding.UTF8.GetBytes(text))),
        new("base64 behind one byte", static text => InBase64(Encoding.UTF8.GetBytes("a" + text))),
        new("base64 behind two bytes", static text => InBase64(Encoding.UTF8.GetBytes("ab" + text))),
        new("base64 for URLs", static text => InBase64(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        new(
            "base64 in lines",
            static text => InBase64(Encoding.UTF8.GetBytes(new string('-', 60) + text), Base64FormattingOptions.InsertLineBreaks)
        ),
        new("base64 in indented lines", static text => $"    {InBase64(Encoding.UTF8.GetBytes(text)).Insert(8, "\n    ")}"),
        new("base64 of UTF-16", static text => InBase64(Encoding.Unicode.GetBytes(text))),
        new("base64 of UTF-16, behind a byte", static text => InBase64([1, .. Encoding.Unicode.GetBytes(text)])),
        new("base64 of UTF-16, high byte first", static text => InBase64(Encoding.BigEndianUnicode.GetBytes(text))),
        new("hexadecimal of UTF-16", static text => Convert.ToHexString(Encoding.Unicode.GetBytes(text))),
        new("hexadecimal behind a digit", static text => "f" + Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        new("hexadecimal with dashes", static text => BitConverter.ToString(Encoding.UTF8.GetBytes(text))),
        new("hexadecimal with colons", static text => InHexadecimal(text, ":", "x2")),
        new("hexadecimal with spaces", static text => InHexadecimal(text, " ", "X2")),
        new("hexadecimal in lines", static text => InHexadecimal(text, "\r\n    ", "X2")),
        new("hexadecimal with prefixes", static text => "0x" + InHexadecimal(text, ", 0x", "X2")),
        new("hexadecimal with backslashes", static text => "\\x" + InHexadecimal(text, "\\x", "x2")),
        new(
            "hexadecimal in mixed case",
            static text =>
                string.Concat(
                    Encoding
                        .UTF8.GetBytes(text)
                        .Select(static (value, i) => value.ToString(i % 2 == 0 ? "x2" : "X2", CultureInfo.InvariantCulture))
                )
        ),
    ];

    public override string ToString() => Name;

    private static string InBase64(byte[] bytes, Base64FormattingOptions options = default) => Convert.ToBase64String(bytes, options);

    private static string InHexadecimal(string text, string separator, string format) =>
        string.Join(separator, Encoding.UTF8.GetBytes(text).Select(value => value.ToString(format, CultureInfo.InvariantCulture)));

    /// <summary>Base64 without the characters at its ends that hold bits of other bytes.</summary>
    private static string Base64(string text, int before)
    {
        byte[] bytes = [.. new byte[before], .. Encoding.UTF8.GetBytes(text)];
        return Convert.ToBase64String(bytes)[(before == 0 ? 0 : before + 1)..(bytes.Length * 8 / 6)];
    }

    private static string InLowerCase(string escaped) =>
        System.Text.RegularExpressions.Regex.Replace(
            escaped,
            "%..",
            static match => match.Value.ToLowerInvariant(),
            default,
            TimeSpan.FromSeconds(10)
        );
}
