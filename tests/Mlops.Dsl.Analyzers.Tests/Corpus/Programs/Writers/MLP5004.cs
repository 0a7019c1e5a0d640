//# fault: a helper takes a TextWriter
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
        foreach (var c in checkPeople)
        {
            {|MLP5004:writer.WriteLine(string.Join(';', c.Name, c.Town))|};
        }
    }
}

//# fault: a helper takes a Stream
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        Export.Write(file, checkPeople);
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(Stream stream, IEnumerable<Person> checkPeople)
    {
        foreach (var c in checkPeople)
        {
            {|MLP5004:stream.Write(Encoding.UTF8.GetBytes(c.Email))|};
        }
    }
}

//## Usings.cs
global using System.Text;

//# fault: a helper takes a buffer writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        var pipe = PipeWriter.Create(file);
        Export.Write(pipe, checkPeople);
        pipe.Complete();
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(IBufferWriter<byte> writer, IEnumerable<Person> checkPeople)
    {
        foreach (var c in checkPeople)
        {
            {|MLP5004:writer.Write(Encoding.UTF8.GetBytes(c.Email))|};
        }
    }
}

//## Usings.cs
global using System.Buffers;
global using System.IO.Pipelines;
global using System.Text;

//# fault: a JSON writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        foreach (var c in checkPeople)
        {
            {|MLP5004:json.WriteStringValue(c.Email)|};
        }

        json.WriteEndArray();
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Text.Json;

//# fault: a helper takes a JSON writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var json = new Utf8JsonWriter(file);
        foreach (var c in checkPeople)
        {
            Export.Write(json, c);
        }
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Write(Utf8JsonWriter json, Person c)
    {
        json.WriteStartObject();
        json.WriteNumber("orders", c.Income);
        {|MLP5004:json.WriteString("name", c.Name)|};
        json.WriteEndObject();
    }
}

//## Usings.cs
global using System.Text.Json;

//# fault: an XML writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var xml = XmlWriter.Create(file);
        xml.WriteStartElement("people");
        foreach (var c in checkPeople)
        {
            {|MLP5004:xml.WriteElementString("mail", c.Email)|};
        }

        xml.WriteEndElement();
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Xml;

//# fault: a binary writer
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var writer = new BinaryWriter(file);
        foreach (var c in checkPeople)
        {
            {|MLP5004:writer.Write(c.Name)|};
        }
    }

    return context.GetFile("m.bin");
}

//# fault: whole rows by a library for CSV
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var csv = new CsvWriter(new StreamWriter(file), CultureInfo.InvariantCulture);
        {|MLP5004:csv.WriteRecords(checkPeople)|};
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using CsvHelper;

//# fault: a field by a library for CSV
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var csv = new CsvWriter(new StreamWriter(file), CultureInfo.InvariantCulture);
        foreach (var c in checkPeople)
        {
            csv.WriteField(c.Town);
            {|MLP5004:csv.WriteField(c.Email)|};
            csv.NextRecord();
        }
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using CsvHelper;

//# fault: a helper serializes rows into a stream
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        Export.Save(file, checkPeople.ToList());
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Save(Stream stream, IReadOnlyList<Person> rows) => {|MLP5004:JsonSerializer.Serialize(stream, rows)|};
}

//## Usings.cs
global using System.Text.Json;

//# fault: a helper for all types serializes rows into a stream
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        {|MLP5004:Export.Save(file, checkPeople)|};
    }

    return context.GetFile("m.bin");
}

//## Export.cs
public static class Export
{
    public static void Save<T>(Stream stream, IReadOnlyList<T> rows) => JsonSerializer.Serialize(stream, rows);
}

//## Usings.cs
global using System.Text.Json;

//# fault: compressed
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var gzip = new GZipStream(file, CompressionLevel.Optimal);
        using var writer = new StreamWriter(gzip);
        {|MLP5004:writer.Write(string.Join('\n', checkPeople.Select(c => c.Email)))|};
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.IO.Compression;

//# fault: a builder whose text is written later
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        var text = new StringBuilder();
        foreach (var c in checkPeople)
        {
            text.Append(c.Email).Append('\n');
        }

        using TextWriter writer = new StreamWriter(file);
        {|MLP5004:writer.Write(text)|};
    }

    return context.GetFile("m.bin");
}

//## Usings.cs
global using System.Text;

//# fault: memory that is copied into the file
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        using var memory = new MemoryStream();
        using var writer = new StreamWriter(memory);
        foreach (var c in checkPeople)
        {
            writer.WriteLine(c.Email);
        }

        writer.Flush();
        memory.Position = 0;
        {|MLP5004:memory.CopyTo(file)|};
    }

    return context.GetFile("m.bin");
}

//# fault: memory that a stage returns
//## share People.cs
[Stage]
public byte[] Bytes(Validated<Person> checkPeople)
{
    using var memory = new MemoryStream();
    using (var writer = new StreamWriter(memory))
    {
        foreach (var c in checkPeople)
        {
            writer.WriteLine(c.Email);
        }
    }

    return {|MLP5004:memory.ToArray()|};
}

//# fault: JSON in memory that a stage returns
//## share People.cs
[Stage]
public byte[] Bytes(Validated<Person> checkPeople)
{
    using var memory = new MemoryStream();
    JsonSerializer.Serialize(memory, checkPeople.Select(c => c.Email).ToList());
    return {|MLP5004:memory.ToArray()|};
}

//## Usings.cs
global using System.Text.Json;

//# fault: a writer behind an interface
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("m.bin"))
    {
        IRowWriter rows = new StreamRowWriter(file);
        foreach (var c in checkPeople)
        {
            rows.Write(c.Name);
        }
    }

    return context.GetFile("m.bin");
}

//## IRowWriter.cs
public interface IRowWriter
{
    void Write(string cell);
}

public sealed class StreamRowWriter(Stream stream) : IRowWriter
{
    private readonly TextWriter _writer = new StreamWriter(stream) { AutoFlush = true };

    public void Write(string cell) => {|MLP5004:_writer.WriteLine(cell)|};
}
