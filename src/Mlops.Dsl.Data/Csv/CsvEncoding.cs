using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Mlops.Dsl;

/// <summary>Opens files as text, and says where one is not in the encoding that it should be in.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file as text: UTF-8, or what a byte order mark says.</summary>
    public static StreamReader Open(FileArtifact file) =>
        new(file.OpenRead(), StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    /// <summary>The error for a file that is no UTF-8: it names the first line that is none.</summary>
    public static DataFormatException Describe(FileArtifact file, DecoderFallbackException cause)
    {
        using var stream = new BufferedStream(file.OpenRead(), 1 << 16);
        var bytes = new List<byte>();
        var line = 1;
        for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            bytes.Add((byte)next);
            if (next == '\n')
            {
                if (!Utf8.IsValid(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)))
                {
                    break;
                }

                bytes.Clear();
                line++;
            }
        }

        return new DataFormatException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Path}, line {line}: expected text in UTF-8, found other bytes. "
                    + $"Convert the file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'."
            ),
            cause
        );
    }
}
