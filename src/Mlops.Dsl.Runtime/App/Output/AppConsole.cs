using System.Text;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Where the program writes, and what that place can show. Nothing that a terminal would obey gets there, but by <see cref="Raw"/>.
/// </summary>
internal sealed class AppConsole(TextWriter output, TextWriter error)
{
    private const int DefaultWidth = 100;

    /// <summary>Data, progress and summaries.</summary>
    public TextWriter Out { get; } = new PrintableWriter(output);

    /// <summary>Errors and warnings.</summary>
    public TextWriter Error { get; } = new PrintableWriter(error);

    /// <summary>The output as it is, for what draws with the terminal's own codes.</summary>
    public TextWriter Raw { get; } = output;

    /// <summary>Whether the output is a terminal that can redraw lines.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the output takes colours.</summary>
    public bool UsesColor { get; init; }

    /// <summary>Columns that help and tables may use.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>What is hidden in errors, warnings and reports; known as soon as a verb has read the secrets of its pipeline.</summary>
    public SecretMask Secrets { get; set; } = SecretMask.None;

    /// <summary>The console of this process. Output is buffered: flush it where a person waits.</summary>
    public static AppConsole ForProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var redirected = Console.IsOutputRedirected;
        var dumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        if (OperatingSystem.IsWindows() && !redirected)
        {
            Console.OutputEncoding = utf8;
        }

        return new AppConsole(
            TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 4096)),
            TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8, bufferSize: 1024) { AutoFlush = true })
        )
        {
            IsTerminal = !redirected && !dumb,
            UsesColor = !redirected && !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = redirected ? DefaultWidth : TerminalWidth(),
        };
    }

    /// <summary>The text in one line, in the style's colour where there are colours.</summary>
    public string Styled(string text, TextStyle style) =>
        !UsesColor || style == TextStyle.None
            ? Printable.Line(text)
            : $"{StyleMark.Of(style)}{Printable.Line(text)}{StyleMark.Of(TextStyle.None)}";

    /// <summary>Writes an error to the error output, in one line.</summary>
    public void WriteError(string message)
    {
        FlushOut();
        Error.WriteLine($"error: {Printable.Line(Secrets.Apply(message))}");
    }

    /// <summary>Writes a warning to the error output, in one line.</summary>
    public void WriteWarning(string message)
    {
        FlushOut();
        Error.WriteLine($"warning: {Printable.Line(Secrets.Apply(message))}");
    }

    private void FlushOut()
    {
        try
        {
            Out.Flush();
        }
        catch (IOException)
        {
            // Where the output is broken, the error output is all there is, and what is to be written there must not be lost as well.
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 40, 160);
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            // A terminal that does not tell its size is given the usual one.
            return DefaultWidth;
        }
    }
}
