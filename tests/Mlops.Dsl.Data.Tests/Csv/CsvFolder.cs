using System.Text;

namespace Mlops.Dsl.Data.Tests.Csv;

/// <summary>Files of a test.</summary>
internal sealed class CsvFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("mlops-csv").FullName;

    public FileSet Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public FileSet Add(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_path, name), bytes);
        return new FileSet(Directory.GetFiles(_path).Select(FileArtifact.FromPath));
    }

    public static Raw<Entry> Read(string text, CsvOptions? options = null)
    {
        using var folder = new CsvFolder();
        return folder.Add("a.csv", text).ReadCsv<Entry>(options);
    }

    public static string Refusal(string text, CsvOptions? options = null) => Refusal(Encoding.UTF8.GetBytes(text), options);

    public static string Refusal(byte[] bytes, CsvOptions? options = null)
    {
        using var folder = new CsvFolder();
        var files = folder.Add("a.csv", bytes);
        return Assert.Throws<DataFormatException>(() => files.ReadCsv<Entry>(options)).Message;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
