//# fault: an implicit conversion reads a file
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Lookup table = "codes.csv";
    return docs.Count + table.Lines.Length;
}

//## Lookup.cs
public sealed record Lookup(string[] Lines)
{
    public static implicit operator Lookup(string path) => {|MLP3002:new(File.ReadAllLines(path))|};
}

//# fault: an explicit conversion reads a file
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var table = (Lookup)Path.Combine("ref", "codes.csv");
    return docs.Count + table.Size;
}

//## Lookup.cs
public readonly struct Lookup
{
    private Lookup(int size) => Size = size;

    public int Size { get; }

    public static explicit operator Lookup(string path)
    {
        using var reader = {|MLP3002:new StreamReader(path)|};
        return new Lookup(reader.ReadToEnd().Length);
    }
}

//# fault: the initializer of a property reads
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    return docs.Count + new Codes("codes.csv").Lines.Length;
}

//## Codes.cs
public sealed class Codes(string path)
{
    public string[] Lines { get; } = {|MLP3002:File.ReadAllLines(path)|};
}

//# fault: a property reads what another one names
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var codes = new Codes { Path = "codes.csv" };
    return docs.Count + codes.Lines.Length;
}

//## Codes.cs
public sealed class Codes
{
    public required string Path { get; init; }

    public string[] Lines => {|MLP3002:File.ReadAllLines(Path)|};
}

//# fault: a base class is given the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    return docs.Count + new Codes().Size;
}

//## Table.cs
public abstract class Table(string path)
{
    public int Size => {|MLP3002:File.ReadAllLines(path).Length|};
}

public sealed class Codes() : Table("codes.csv");

//# fault: a setter reads
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var codes = new Codes();
    codes.Path = "codes.csv";
    return docs.Count + codes.Size;
}

//## Codes.cs
public sealed class Codes
{
    private string[] _lines = [];

    public string Path { set => {|MLP3002:_lines = File.ReadAllLines(value)|}; }

    public int Size => _lines.Length;
}

//# fault: an operator reads
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var folder = new Folder("ref");
    return docs.Count + (folder / "codes.csv").Length;
}

//## Folder.cs
public sealed record Folder(string Root)
{
    public static string[] operator /(Folder folder, string name) => {|MLP3002:File.ReadAllLines(Path.Combine(folder.Root, name))|};
}

//# fault: a file handle
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using SafeFileHandle handle = {|MLP3002:File.OpenHandle("codes.bin")|};
    var buffer = new byte[16];
    return docs.Count + RandomAccess.Read(handle, buffer, 0);
}

//## Usings.cs
global using Microsoft.Win32.SafeHandles;

//# fault: a mapped file
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var map = {|MLP3002:MemoryMappedFile.CreateFromFile("codes.bin", FileMode.Open)|};
    using var view = map.CreateViewAccessor();
    return docs.Count + view.ReadInt32(0);
}

//## Usings.cs
global using System.IO.MemoryMappedFiles;

//# fault: a handle in a field
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var store = new Store("codes.bin");
    return docs.Count + store.First;
}

//## Store.cs
public sealed class Store(string path) : IDisposable
{
    private readonly SafeFileHandle _handle = {|MLP3002:File.OpenHandle(path)|};

    public int First
    {
        get
        {
            var buffer = new byte[1];
            RandomAccess.Read(_handle, buffer, 0);
            return buffer[0];
        }
    }

    public void Dispose() => _handle.Dispose();
}

//## Usings.cs
global using Microsoft.Win32.SafeHandles;

//# fault: a conversion in a lambda
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var tables = new[] { "a.csv", "b.csv" }.Select(name => (Lookup)name).ToList();
    return docs.Count + tables.Sum(t => t.Lines.Length);
}

//## Lookup.cs
public sealed record Lookup(string[] Lines)
{
    public static explicit operator Lookup(string path) => {|MLP3002:new(File.ReadAllLines(path))|};
}

//# fault: an argument is converted
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    return docs.Count + Size("codes.csv");

    static int Size(Lookup table) => table.Lines.Length;
}

//## Lookup.cs
public sealed record Lookup(string[] Lines)
{
    public static implicit operator Lookup(string path) => {|MLP3002:new(File.ReadAllLines(path))|};
}

//# fault: a path type of its own
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    FilePath path = "codes.csv";
    return {|MLP3002:docs.Count + File.ReadAllLines(path).Length|};
}

//## struct.cs
public readonly record struct FilePath(string Value)
{
    public static implicit operator FilePath(string value) => new(value);

    public static implicit operator string(FilePath path) => path.Value;
}

//# clean: a conversion reads an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Lookup table = docs[0].Location;
    return docs.Count + table.Lines.Length;
}

//## Lookup.cs
public sealed record Lookup(string[] Lines)
{
    public static implicit operator Lookup(string path) => new(File.ReadAllLines(path));
}

//# clean: an explicit conversion reads an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var table = (Lookup)docs[0].Location;
    return docs.Count + table.Size;
}

//## Lookup.cs
public readonly struct Lookup
{
    private Lookup(int size) => Size = size;

    public int Size { get; }

    public static explicit operator Lookup(string path)
    {
        using var reader = new StreamReader(path);
        return new Lookup(reader.ReadToEnd().Length);
    }
}

//# clean: an initializer reads an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    return docs.Count + new Codes(docs[0].Location).Lines.Length;
}

//## Codes.cs
public sealed class Codes(string path)
{
    public string[] Lines { get; } = File.ReadAllLines(path);
}

//# clean: a setter reads an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var codes = new Codes();
    codes.Path = docs[0].Location;
    return docs.Count + codes.Size;
}

//## Codes.cs
public sealed class Codes
{
    private string[] _lines = [];

    public string Path { set => _lines = File.ReadAllLines(value); }

    public int Size => _lines.Length;
}

//# clean: an operator in the folder of the run
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var folder = new Folder(context.TemporaryDirectory);
    return docs.Count + (folder / "codes.csv").Length;
}

//## Folder.cs
public sealed record Folder(string Root)
{
    public static string[] operator /(Folder folder, string name) => File.ReadAllLines(Path.Combine(folder.Root, name));
}

//# clean: a handle of an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var store = new Store(docs[0].Location);
    return docs.Count + store.First;
}

//## Store.cs
public sealed class Store(string path) : IDisposable
{
    private readonly SafeFileHandle _handle = File.OpenHandle(path);

    public int First
    {
        get
        {
            var buffer = new byte[1];
            RandomAccess.Read(_handle, buffer, 0);
            return buffer[0];
        }
    }

    public void Dispose() => _handle.Dispose();
}

//## Usings.cs
global using Microsoft.Win32.SafeHandles;

//# clean: a path type of its own holds an input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    FilePath path = docs[0].Location;
    return docs.Count + File.ReadAllLines(path).Length;
}

//## struct.cs
public readonly record struct FilePath(string Value)
{
    public static implicit operator FilePath(string value) => new(value);

    public static implicit operator string(FilePath path) => path.Value;
}

//# clean: a conversion of numbers
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Celsius c = 3.0;
    return docs.Count + (int)(double)c;
}

//## struct.cs
public readonly record struct Celsius(double Value)
{
    public static implicit operator Celsius(double value) => new(value);

    public static explicit operator double(Celsius c) => c.Value;
}

//# clean: a mapped input
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var map = MemoryMappedFile.CreateFromFile(docs[0].Location, FileMode.Open);
    using var view = map.CreateViewAccessor();
    return docs.Count + view.ReadInt32(0);
}

//## Usings.cs
global using System.IO.MemoryMappedFiles;
