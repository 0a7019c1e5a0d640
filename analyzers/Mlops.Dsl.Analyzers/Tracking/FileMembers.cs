using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>What the framework and libraries offer to read and write files by path.</summary>
internal static class FileMembers
{
    private const string Constructor = ".ctor";

    private static readonly ImmutableArray<FileMember> Members =
    [
        new("System.IO.File", "WriteAll* AppendAll* AppendText Create CreateText OpenWrite CreateSymbolicLink Delete", Write: "path"),
        new("System.IO.File", "ReadAll* ReadLines* OpenRead OpenText Exists GetLastWriteTime* GetCreationTime*", Read: "path"),
        new("System.IO.File", "Open OpenHandle", Read: "path", Write: "path", ByMode: true),
        new("System.IO.File", "Copy Move", Read: "sourceFileName", Write: "destFileName"),
        new("System.IO.File", "Replace", Read: "sourceFileName", Write: "destinationFileName"),
        new("System.IO.Directory", "CreateDirectory CreateSymbolicLink Delete", Write: "path"),
        new("System.IO.Directory", "CreateTempSubdirectory", Write: "prefix"),
        new("System.IO.Directory", "Move", Write: "destDirName"),
        new(
            "System.IO.Directory",
            "GetFiles GetDirectories GetFileSystemEntries Enumerate* Exists GetLastWriteTime* GetCreationTime*",
            Read: "path"
        ),
        new("System.IO.FileStream", Constructor, Read: "path", Write: "path", ByMode: true),
        new("System.IO.StreamWriter", Constructor, Write: "path"),
        new("System.IO.StreamReader", Constructor, Read: "path"),
        new("System.Diagnostics.TextWriterTraceListener", Constructor, Write: "fileName"),
        new("System.IO.FileInfo", "Create CreateText AppendText OpenWrite Delete", Write: ""),
        new("System.IO.FileInfo", "OpenRead OpenText", Read: ""),
        new("System.IO.FileInfo", "Exists Length", Read: ""),
        new("System.IO.FileSystemInfo", "LastWriteTime* CreationTime*", Read: ""),
        new("System.IO.DirectoryInfo", "Exists", Read: ""),
        new("System.IO.FileInfo", "Open", Read: "", Write: "", ByMode: true),
        new("System.IO.FileInfo", "CopyTo MoveTo", Read: "", Write: "destFileName"),
        new("System.IO.FileInfo", "Replace", Read: "", Write: "destinationFileName"),
        new("System.IO.DirectoryInfo", "Create CreateSubdirectory Delete", Write: ""),
        new("System.IO.DirectoryInfo", "MoveTo", Write: "destDirName"),
        new("System.IO.DirectoryInfo", "GetFiles GetDirectories GetFileSystemInfos Enumerate*", Read: ""),
        new("System.IO.MemoryMappedFiles.MemoryMappedFile", "CreateFromFile", Read: "path", Write: "path", ByMode: true),
        new("System.IO.Compression.ZipFile", "CreateFromDirectory*", Read: "sourceDirectoryName", Write: "destinationArchiveFileName"),
        new("System.IO.Compression.ZipFile", "ExtractToDirectory*", Read: "sourceArchiveFileName", Write: "destinationDirectoryName"),
        new("System.IO.Compression.ZipFile", "OpenRead", Read: "archiveFileName"),
        new("System.IO.Compression.ZipFile", "Open", Read: "archiveFileName", Write: "archiveFileName", ByMode: true),
        new("System.IO.Compression.ZipFileExtensions", "ExtractToFile*", Write: "destinationFileName"),
        new("System.IO.Compression.ZipFileExtensions", "ExtractToDirectory*", Write: "destinationDirectoryName"),
        new("System.IO.Compression.ZipFileExtensions", "CreateEntryFromFile*", Read: "sourceFileName"),
        new("System.Formats.Tar.TarFile", "CreateFromDirectory*", Read: "sourceDirectoryName", Write: "destinationFileName"),
        new("System.Formats.Tar.TarFile", "ExtractToDirectory*", Read: "sourceFileName", Write: "destinationDirectoryName"),
        new("System.Xml.XmlWriter", "Create", Write: "outputFileName"),
        new("System.Xml.XmlReader", "Create", Read: "inputUri"),
        new("System.Xml.XmlTextWriter", Constructor, Write: "filename"),
        new("System.Xml.XmlTextReader", Constructor, Read: "url"),
        new("System.Xml.XmlDocument", "Save", Write: "filename"),
        new("System.Xml.XmlDocument", "Load", Read: "filename"),
        new("System.Xml.Linq.XDocument", "Save", Write: "fileName"),
        new("System.Xml.Linq.XElement", "Save", Write: "fileName"),
        new("System.Xml.Linq.XDocument", "Load", Read: "uri"),
        new("System.Xml.Linq.XElement", "Load", Read: "uri"),
        new("System.Data.DataSet", "WriteXml WriteXmlSchema", Write: "fileName"),
        new("System.Data.DataSet", "ReadXml ReadXmlSchema", Read: "fileName"),
        new("System.Data.DataTable", "WriteXml WriteXmlSchema", Write: "fileName"),
        new("System.Data.DataTable", "ReadXml ReadXmlSchema", Read: "fileName"),
        new("System.Drawing.Image", "Save", Write: "filename"),
        new("System.Drawing.Image", "FromFile", Read: "filename"),
        new("System.Drawing.Bitmap", Constructor, Read: "filename"),
        new("Mlops.Dsl.FileArtifact", "FromPath", Read: "location"),
        new("Microsoft.ML.TextCatalog", "ApplyWordEmbedding", Read: "customModelFile"),
        new("Microsoft.ML.Data.MultiFileSource", Constructor, Read: "paths"),
        new("Microsoft.ML.ImageEstimatorsCatalog", "LoadImages LoadRawImageBytes", Read: "imageFolder"),
        new("Microsoft.ML.OnnxCatalog", "ApplyOnnxModel", Read: "modelFile"),
        new("Microsoft.ML.TensorflowCatalog", "LoadTensorFlowModel", Read: "modelLocation"),
    ];

    private static readonly ImmutableHashSet<string> PathNames = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "path",
        "filePath",
        "fileName",
        "file",
        "outputPath",
        "outputFile",
        "outputFileName",
        "inputPath",
        "inputFile",
        "modelPath",
        "modelFile",
        "imagePath",
        "destination",
        "location"
    );

    /// <summary>The types that the table names.</summary>
    public static ImmutableArray<string> Types { get; } =
    [.. Members.Select(static member => member.Type).Distinct(StringComparer.Ordinal)];

    /// <summary>What a method, or a property of a file, does with files; null if that is not known.</summary>
    public static FileMember? Find(ISymbol used)
    {
        for (var type = used.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in Members)
            {
                if (
                    member.Type.EndsWith(type.Name, StringComparison.Ordinal)
                    && member.Includes(used)
                    && type.ToDisplayString() == member.Type
                )
                {
                    return member;
                }
            }
        }

        return used is IMethodSymbol method ? OfLibrary(method) : null;
    }

    /// <summary>Whether a library's method says by its name, and by a parameter's, that it saves to or loads from a file.</summary>
    public static FileMember? OfLibrary(IMethodSymbol method)
    {
        var isSaver = StartsWith(method.Name, "Save", "Export", "save");
        var isLoader =
            method.MethodKind == MethodKind.Constructor
                ? method.ContainingType.Name == "InferenceSession"
                : StartsWith(method.Name, "Load", "load");
        if ((!isSaver && !isLoader) || IsOwn(method.ContainingNamespace))
        {
            return null;
        }

        var path = method.Parameters.FirstOrDefault(static parameter =>
            parameter.Type.SpecialType == SpecialType.System_String && PathNames.Contains(parameter.Name)
        );
        return path is null
            ? null
            : new FileMember(method.ContainingType.Name, method.Name, Read: isSaver ? null : path.Name, Write: isSaver ? path.Name : null);
    }

    // The framework's own are in the table.
    private static bool IsOwn(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" or "Mlops" };
    }

    private static bool StartsWith(string name, params ImmutableArray<string> starts) =>
        starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
