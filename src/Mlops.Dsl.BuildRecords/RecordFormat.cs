namespace Mlops.Dsl.BuildRecords;

/// <summary>
/// The names in <c>&lt;name&gt;.fingerprints.json</c>: first what a program compares itself with, sealed by a hash, then what
/// only explanations need.
/// </summary>
internal static class RecordFormat
{
    /// <summary>Rises when a reader of an earlier version would misunderstand the file.</summary>
    public const int Version = 2;

    /// <summary>The property with the version.</summary>
    public const string FormatVersion = "formatVersion";

    /// <summary>The property with the SHA-256 of the text of <see cref="Program"/>: 64 hexadecimal digits.</summary>
    public const string Seal = "seal";

    /// <summary>The property with what was fingerprinted: manifest, modules, warnings.</summary>
    public const string Program = "program";

    /// <summary>The property with the SHA-256 of the manifest's file: 64 hexadecimal digits.</summary>
    public const string Manifest = "manifest";

    /// <summary>The property with the modules.</summary>
    public const string Modules = "modules";

    /// <summary>The property with what the fingerprints can't see, by stage.</summary>
    public const string Warnings = "warnings";

    /// <summary>The property with a module's assembly name.</summary>
    public const string ModuleName = "name";

    /// <summary>The property with the name of a module's file.</summary>
    public const string ModuleFile = "file";

    /// <summary>The property with a module's version id.</summary>
    public const string ModuleId = "mvid";

    /// <summary>
    /// The property that is true for a module that no reference names: where it is not part of the program, it can't run.
    /// </summary>
    public const string ModuleIsOptional = "optional";

    /// <summary>
    /// The property with the hash of a walked module's content; see <see cref="ModuleContent"/>. A package, which is known by its
    /// version id, has none.
    /// </summary>
    public const string ModuleContent = "content";
}
