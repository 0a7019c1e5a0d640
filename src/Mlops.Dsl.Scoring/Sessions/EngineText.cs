namespace Mlops.Dsl.Sessions;

/// <summary>What ONNX Runtime says, without what is for those who wrote it: error codes, and places and functions of its source.</summary>
internal static class EngineText
{
    private const string ErrorCode = "[ErrorCode:";
    private const string SourceFolder = "/onnxruntime_src/";
    private const string ConstantFunction = " const ";

    /// <summary>The message, in one line.</summary>
    public static string Of(Exception exception)
    {
        var text = exception.Message.ReplaceLineEndings(" ");
        if (text.StartsWith(ErrorCode, StringComparison.Ordinal))
        {
            text = text[(text.IndexOf(']', StringComparison.Ordinal) + 1)..];
        }

        while (text.IndexOf(SourceFolder, StringComparison.Ordinal) is >= 0 and var at)
        {
            text = text[..at] + text[EndOfFunction(text, at)..].TrimStart();
        }

        return text.Trim();
    }

    /// <summary>
    /// Where the signature of the function ends that follows a place in the source: after its parameters, which may have parentheses.
    /// </summary>
    private static int EndOfFunction(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[i] == ')' && depth == 0)
            {
                var isConstant = text.AsSpan(i + 1).StartsWith(ConstantFunction, StringComparison.Ordinal);
                return i + 1 + (isConstant ? ConstantFunction.Length : 0);
            }
        }

        return text.Length;
    }
}
