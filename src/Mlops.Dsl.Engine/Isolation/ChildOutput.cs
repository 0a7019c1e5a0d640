namespace Mlops.Dsl.Engine;

/// <summary>Passes on what a child writes past the console: libraries in C, processes that it starts, the runtime when it dies.</summary>
internal static class ChildOutput
{
    /// <summary>Reads to the end.</summary>
    public static async Task PassOnAsync(StreamReader output, Action<string> pass)
    {
        var lines = new LineBuffer(pass);
        var buffer = new char[4096];
        try
        {
            while (await output.ReadAsync(buffer) is > 0 and var count)
            {
                lines.Write(buffer.AsSpan(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The child is gone, and whoever still holds its output is none of ours.
        }

        lines.Flush();
    }
}
