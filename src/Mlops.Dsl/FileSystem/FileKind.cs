namespace Mlops.Dsl;

/// <summary>What lies at a path.</summary>
internal enum FileKind
{
    /// <summary>A file with content of its own.</summary>
    File = 0,

    /// <summary>A folder.</summary>
    Folder = 1,

    /// <summary>A symbolic link, or a junction.</summary>
    Link = 2,

    /// <summary>A named pipe: opening it waits for the other end.</summary>
    Pipe = 3,

    /// <summary>A device: reading it may never end.</summary>
    Device = 4,

    /// <summary>A socket.</summary>
    Socket = 5,
}

/// <summary>Words for messages.</summary>
internal static class FileKindText
{
    /// <summary>The kind with its article.</summary>
    public static string Describe(this FileKind kind) =>
        kind switch
        {
            FileKind.File => "a file",
            FileKind.Folder => "a folder",
            FileKind.Link => "a link",
            FileKind.Pipe => "a named pipe",
            FileKind.Socket => "a socket",
            _ => "a device",
        };
}
