//# fault: a factory opens the file, a lambda writes
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = Files.Open(context, "m.txt"))
    {
        {|MLP5004:checkPeople.ToList().ForEach(c => writer.WriteLine(c.Name))|};
    }

    return context.GetFile("m.txt");
}

//## Files.cs
public static class Files
{
    public static TextWriter Open(StageContext context, string name) => new StreamWriter(context.CreateFile(name));
}

//# fault: an async helper
//## share People.cs
[Stage]
public async Task<FileArtifact> Mailing(Validated<Person> checkPeople, StageContext context)
{
    await using (var writer = new StreamWriter(context.CreateFile("m.txt")))
    {
        await Export.WriteAsync(writer, checkPeople);
    }

    return context.GetFile("m.txt");
}

//## Export.cs
public static class Export
{
    public static async Task WriteAsync(TextWriter writer, IEnumerable<Person> checkPeople)
    {
        foreach (var c in checkPeople)
        {
            {|MLP5004:await writer.WriteLineAsync(c.Name)|};
        }
    }
}

//# fault: a delegate that writes
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using TextWriter writer = new StreamWriter(file);
        Export.Each(checkPeople, writer.WriteLine);
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Each(IEnumerable<Person> checkPeople, Action<string> write)
    {
        foreach (var c in checkPeople)
        {
            {|MLP5004:write(c.Name)|};
        }
    }
}

//# fault: a tree of JSON
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        var array = new JsonArray();
        foreach (var c in checkPeople)
        {
            array.Add(c.Email);
        }

        using var json = new Utf8JsonWriter(file);
        {|MLP5004:array.WriteTo(json)|};
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Text.Json;
global using System.Text.Json.Nodes;

//# fault: encoded into the span of a buffer writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        var pipe = PipeWriter.Create(file);
        foreach (var c in checkPeople)
        {
            Export.Write(pipe, c.Email);
        }

        pipe.Complete();
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(IBufferWriter<byte> writer, string text)
    {
        var span = writer.GetSpan(text.Length * 3);
        {|MLP5004:writer.Advance(Encoding.UTF8.GetBytes(text, span))|};
    }
}

//## Usings.cs
global using System.Buffers;
global using System.IO.Pipelines;
global using System.Text;

//# fault: an entry of an archive
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("people.txt").Open();
        using TextWriter writer = new StreamWriter(entry);
        {|MLP5004:writer.Write(string.Join(',', checkPeople.Select(c => c.Name)))|};
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.IO.Compression;

//# clean: memory that is only hashed
//## share People.cs
[Stage]
public string Digest(Validated<Person> checkPeople)
{
    using var memory = new MemoryStream();
    using var writer = new StreamWriter(memory);
    foreach (var c in checkPeople)
    {
        writer.WriteLine(c.Email);
    }

    writer.Flush();
    return Convert.ToHexString(SHA256.HashData(memory.ToArray()));
}

//## Usings.cs
global using System.Security.Cryptography;

//# clean: memory that is only measured
//## share People.cs
[Stage]
public long Size(Validated<Person> checkPeople)
{
    using var memory = new MemoryStream();
    JsonSerializer.Serialize(memory, checkPeople.ToList());
    return memory.Length;
}

//## Usings.cs
global using System.Text.Json;

//# clean: a helper takes a TextWriter that ends in memory
//## share People.cs
[Stage]
public long Size(Validated<Person> checkPeople)
{
    using var memory = new MemoryStream();
    using (var writer = new StreamWriter(memory, leaveOpen: true))
    {
        Export.Write(writer, checkPeople);
    }

    return memory.Length;
}

//## Export.cs
public static class Export
{
    public static void Write(TextWriter writer, IEnumerable<Person> checkPeople)
    {
        foreach (var c in checkPeople)
        {
            writer.WriteLine(c.Name);
        }
    }
}

//# clean: a helper writes counts
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var w = new StreamWriter(file);
        Export.Write(w, checkPeople);
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(TextWriter writer, IEnumerable<Person> checkPeople)
    {
        foreach (var town in checkPeople.GroupBy(c => c.Town))
        {
            writer.WriteLine(town.Key + ";" + town.Count().ToString(CultureInfo.InvariantCulture));
        }
    }
}

//# clean: a helper writes hashes
//## share People.cs
[Secret(Optional = true)]
public string Key { get; init; } = "";

[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var w = new StreamWriter(file);
        Export.Write(w, checkPeople, Key);
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(TextWriter writer, IEnumerable<Person> checkPeople, string key)
    {
        foreach (var c in checkPeople)
        {
            writer.WriteLine(PersonalData.Hash(c.Email, key));
        }
    }
}

//# clean: other columns by a JSON writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var json = new Utf8JsonWriter(file);
        foreach (var c in checkPeople)
        {
            json.WriteStringValue(c.Town);
            json.WriteNumberValue(c.Income);
            json.WriteNumberValue(c.Email.Length);
        }
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Text.Json;

//# clean: encrypted by a stream
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var aes = Aes.Create();
        using var crypto = new CryptoStream(file, aes.CreateEncryptor(), CryptoStreamMode.Write);
        using var writer = new StreamWriter(crypto);
        writer.Write(string.Join('\n', checkPeople.Select(c => c.Email)));
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Security.Cryptography;

//# clean: a writer of a summary
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var w = new StreamWriter(file);
        var summary = new Summary(w);
        summary.Add("orders", checkPeople.Average(c => c.Income));
        summary.Add("mails", checkPeople.Select(c => c.Email).Distinct().Count());
    }

    return context.GetFile("m.bin");
}

//## Summary.cs
public sealed class Summary(TextWriter writer)
{
    public void Add(string name, double value) => writer.WriteLine($"{name};{value.ToString(CultureInfo.InvariantCulture)}");
}

//# clean: the other one of two memories is written
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var scratch = new MemoryStream();
        using (var writer = new StreamWriter(scratch, leaveOpen: true))
        {
            foreach (var c in checkPeople)
            {
                writer.WriteLine(c.Email);
            }
        }

        using var other = new MemoryStream();
        using (var writer = new StreamWriter(other, leaveOpen: true))
        {
            writer.WriteLine(scratch.Length.ToString(CultureInfo.InvariantCulture));
        }

        other.CopyTo(file);
    }

    return context.GetFile("m.bin");
}

//# clean: a string writer that is only measured
//## share People.cs
[Stage]
public int Lines(Validated<Person> checkPeople)
{
    using var writer = new StringWriter();
    foreach (var c in checkPeople)
    {
        writer.WriteLine(c.Email);
    }

    return writer.ToString().Length;
}
