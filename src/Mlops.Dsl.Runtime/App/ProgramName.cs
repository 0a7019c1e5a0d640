namespace Mlops.Dsl.Runtime.App;

/// <summary>How the user started the program.</summary>
internal static class ProgramName
{
    /// <summary>
    /// The command, such as <c>ApiDocs</c>, <c>dotnet ApiDocs.dll</c> or, for a file-based program, <c>dotnet run hello.cs --</c>.
    /// </summary>
    public static string OfProcess()
    {
        if (AppContext.GetData("EntryPointFilePath") is string { Length: > 0 } file)
        {
            return $"dotnet run {Quote(Path.GetRelativePath(Environment.CurrentDirectory, file))} --";
        }

        var process = Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "";
        var entry = Environment.GetCommandLineArgs()[0];
        return string.Equals(process, "dotnet", StringComparison.OrdinalIgnoreCase) ? $"dotnet {Quote(Path.GetFileName(entry))}"
            : process.Length > 0 ? Quote(process)
            : Quote(Path.GetFileNameWithoutExtension(entry));
    }

    private static string Quote(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
