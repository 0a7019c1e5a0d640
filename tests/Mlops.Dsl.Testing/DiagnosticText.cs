using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Testing;

/// <summary>Shows diagnostics to a person.</summary>
public static class DiagnosticText
{
    /// <summary>One line: id, place, the code there, the message.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.IsInSource ? $"{Place(diagnostic.Location)} `{Code(diagnostic.Location)}`" : "(no place in source)";
        return $"{diagnostic.Id} {place}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static string Place(Location location)
    {
        var start = location.GetLineSpan().StartLinePosition;
        return $"{location.SourceTree!.FilePath}({start.Line + 1},{start.Character + 1})";
    }

    private static string Code(Location location)
    {
        var code = location.SourceTree!.GetText().ToString(location.SourceSpan);
        var line = code.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? code : code[..line] + " …";
    }
}
