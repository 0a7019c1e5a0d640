using Mlops.Dsl.Build.Tool;

namespace Mlops.Dsl.Build;

/// <summary>The tool can't do its work, and the message tells the user why.</summary>
internal sealed class ToolException : Exception
{
    public ToolException(string message)
        : base(message) { }

    public ToolException(string message, Exception innerException)
        : base(message, innerException) { }

    public ToolException()
        : base("The tool can't do its work.") { }
}
