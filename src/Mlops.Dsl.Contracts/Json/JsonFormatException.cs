namespace Mlops.Dsl.Contracts.Json;

/// <summary>A text is not what it should be; the message says what was expected, and the position where.</summary>
internal sealed class JsonFormatException : Exception
{
    /// <param name="position">The offset in the text.</param>
    /// <param name="message">What is wrong, in words that follow the file's name: <c>has no 'version'</c>.</param>
    public JsonFormatException(int position, string message)
        : base(message) => Position = position;

    public JsonFormatException()
        : this(0, "is not readable") { }

    public JsonFormatException(string message)
        : this(0, message) { }

    public JsonFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The offset in the text.</summary>
    public int Position { get; }
}
