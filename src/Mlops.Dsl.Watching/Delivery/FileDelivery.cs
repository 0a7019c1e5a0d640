using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Writes notices into a file, one JSON object a line: for demonstrations, tests, and programs that follow the file. A notice that is there
/// already is not written again.
/// </summary>
internal sealed class FileDelivery(TimeProvider clock) : IEffectDelivery
{
    /// <summary>The file in the folder that a target names.</summary>
    public const string FileName = "notices.jsonl";

    private const int Retries = 50;

    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<string> DeliverAsync(OutboxRecord effect, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(effect.Target), FileName);
        var line = Write(effect, NoticePayload.Parse(effect.Payload));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = await OpenAsync(path, cancellationToken);
            if (await IsThereAsync(file, effect.Id, cancellationToken))
            {
                return $"in {path} already";
            }

            // What a killed process left of a line stays a line of its own.
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(await EndsInLineAsync(file, cancellationToken) ? line : [(byte)'\n', .. line], cancellationToken);
            file.Flush(flushToDisk: true);
            return $"written to {path}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException(
                $"'{path}' can't be written: {exception.Message.ReplaceLineEndings(" ")}",
                isFinal: false,
                exception
            );
        }
    }

    /// <summary>Opens the file for this process alone; another one that writes a notice is waited for.</summary>
    private async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (i < Retries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancellationToken);
            }
        }
    }

    private static async Task<bool> IsThereAsync(FileStream file, string id, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var start = $"{{\"id\":{Quote(id)},";
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith('}'))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> EndsInLineAsync(FileStream file, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            return true;
        }

        var last = new byte[1];
        file.Seek(-1, SeekOrigin.End);
        await file.ReadExactlyAsync(last, cancellationToken);
        return last[0] == (byte)'\n';
    }

    /// <summary>A text as <see cref="Write"/> writes it.</summary>
    private static string Quote(string text) => $"\"{Style.Encoder!.Encode(text)}\"";

    private static byte[] Write(OutboxRecord effect, NoticePayload notice)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Style))
        {
            json.WriteStartObject();
            json.WriteString("id", effect.Id);
            json.WriteString("time", effect.Created);
            json.WriteString("subject", NoticeText.Subject(notice));
            json.WriteString("text", notice.Text);
            json.WriteString("pipeline", notice.Origin.Pipeline);
            json.WriteString("stage", notice.Origin.Stage);
            json.WriteString("run", notice.Origin.RunId);
            if (notice.Origin.Window is { } window)
            {
                json.WriteString("window", window.ToString());
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
