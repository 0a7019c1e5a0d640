using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>An assembly that counts as a whole, by its module version id.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Version">The assembly's version.</param>
/// <param name="Mvid">The module version id.</param>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="References">The simple names of the assemblies that it refers to.</param>
public sealed record PackageModule(string Name, Version Version, Guid Mvid, string FileName, IReadOnlyList<string> References)
{
    /// <summary>The line by which a fingerprint names the assembly.</summary>
    public string Identity => $"{Name}, {Version}, {Mvid:D}";

    /// <summary>Whether the assembly can read embedded resources, perhaps its caller's.</summary>
    public bool ReadsResources { get; private init; }

    /// <summary>Whether the assembly can look for types in the assembly that calls it, or in the program.</summary>
    public bool FindsTypesOfCallers { get; private init; }

    /// <summary>Whether the assembly can look for types in the assemblies of types that it is given.</summary>
    public bool FindsTypes { get; private init; }

    /// <summary>
    /// Whether a call that returns nothing can tell something all the same: by an exception, or by what it leaves in the process.
    /// </summary>
    public bool TellsOtherwise { get; private init; }

    /// <summary>Whether the assembly can read the attributes of assemblies.</summary>
    public bool ReadsAssemblyAttributes { get; private init; }

    /// <summary>Reads an assembly's identity.</summary>
    /// <exception cref="InvalidModuleException">The file holds native code only.</exception>
    public static PackageModule Read(Stream image, string fileName)
    {
        using var file = new PEReader(image, PEStreamOptions.LeaveOpen);
        if (!file.HasMetadata)
        {
            throw new InvalidModuleException("The file holds native code only.");
        }

        var reader = file.GetMetadataReader();
        var assembly = reader.GetAssemblyDefinition();
        string[] references = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
        var called = reader
            .MemberReferences.Select(handle => reader.GetString(reader.GetMemberReference(handle).Name))
            .ToHashSet(StringComparer.Ordinal);
        return new(
            reader.GetString(assembly.Name),
            assembly.Version,
            reader.GetGuid(reader.GetModuleDefinition().Mvid),
            fileName,
            references
        )
        {
            ReadsResources = called.Overlaps(["GetManifestResourceStream", "GetManifestResourceNames"]),
            FindsTypesOfCallers =
                called.Overlaps(["GetCallingAssembly", "GetEntryAssembly"])
                && called.Overlaps(["GetTypes", "GetExportedTypes", "get_ExportedTypes", "get_DefinedTypes", "GetType", "CreateInstance"]),
            FindsTypes =
                called.Overlaps(["get_Assembly", "GetAssemblies"])
                && called.Overlaps(["GetTypes", "GetExportedTypes", "get_ExportedTypes", "get_DefinedTypes"]),
            TellsOtherwise =
                called.Overlaps(["SetEnvironmentVariable", "SetData", "SetSwitch", "set_CurrentCulture"])
                || called.Any(name => name.StartsWith("Throw", StringComparison.Ordinal))
                || reader.TypeReferences.Any(handle =>
                    reader.GetString(reader.GetTypeReference(handle).Name).EndsWith("Exception", StringComparison.Ordinal)
                ),
            ReadsAssemblyAttributes =
                called.Overlaps(["get_Assembly", "GetCallingAssembly", "GetEntryAssembly", "GetAssemblies"])
                && called.Overlaps(["GetCustomAttribute", "GetCustomAttributes", "GetCustomAttributesData", "get_CustomAttributes"]),
        };
    }
}
