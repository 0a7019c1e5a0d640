//# fault: parts that the stage wrote are put together as the folder lists them
//## share Docs.cs
[Stage]
public FileArtifact Join(FileSet docs, StageContext context)
{
    using (var all = context.CreateFile("all.txt"))
    {
        var parts = new DirectoryInfo(Path.Combine(context.TemporaryDirectory, "parts"));
        foreach (var file in {|MLP4005:parts.GetFiles("*.part")|})
        {
            using var part = file.OpenRead();
            part.CopyTo(all);
        }
    }

    return context.GetFile("all.txt");
}

//# clean: in the order of their names, and each into a file of its own
//## share Docs.cs
[Stage]
public FileArtifact Join(FileSet docs, StageContext context)
{
    using (var all = context.CreateFile("all.txt"))
    {
        foreach (var file in Directory.GetFiles(context.TemporaryDirectory, "*.part").Order(StringComparer.Ordinal))
        {
            using var part = File.OpenRead(file);
            part.CopyTo(all);
        }
    }

    foreach (var file in Directory.GetFiles(context.TemporaryDirectory, "*.part"))
    {
        using var part = File.OpenRead(file);
        using var copy = context.CreateFile(Path.GetFileName(file) + ".copy");
        part.CopyTo(copy);
    }

    return context.GetFile("all.txt");
}

//# fault: files of several folders, by their names alone
[Stage]
public List<long> Lengths(StageContext context) => {|MLP4005:Directory.EnumerateFiles(context.TemporaryDirectory, "*.txt", SearchOption.AllDirectories)|}
    .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal)
    .Select(file => new FileInfo(file).Length)
    .ToList();

//# fault: the same with a method group, by a local
[Stage]
public List<long> Lengths(StageContext context)
{
    var files = {|MLP4005:Directory.GetFiles(context.TemporaryDirectory, "*.txt", SearchOption.AllDirectories)|};
    return files.OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(file => new FileInfo(file).Length).ToList();
}

//# fault: folder by folder, and then by the name of the file
[Stage]
public List<long> Lengths(StageContext context) => new DirectoryInfo(context.TemporaryDirectory).GetDirectories()
    .SelectMany(folder => {|MLP4005:folder.GetFiles("*.txt")|}).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => file.Length).ToList();

//# clean: by the whole path, or by the names in one folder
[Stage]
public List<long> Lengths(StageContext context)
{
    var names = Directory.GetFiles(context.TemporaryDirectory, "*.txt").OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal);
    var paths = Directory.GetFiles(context.TemporaryDirectory, "*.txt", SearchOption.AllDirectories).OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal).ThenBy(file => file, StringComparer.Ordinal);
    return [.. names.Concat(paths).Select(file => new FileInfo(file).Length)];
}
