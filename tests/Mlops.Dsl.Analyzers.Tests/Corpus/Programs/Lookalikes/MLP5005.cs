//# clean: the key of a settings dictionary with a secret value is in an exception
//## share Houses.cs
[Secret]
public string Token { get; init; } = "";

[Stage]
public int Configure(FileArtifact houseFile)
{
    var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = "https://example.com", ["token"] = Token };
    foreach (var pair in settings)
    {
        if (pair.Value.Length == 0)
        {
            throw new InvalidOperationException($"The setting {pair.Key} is empty.");
        }
    }

    return (int)houseFile.Length;
}
