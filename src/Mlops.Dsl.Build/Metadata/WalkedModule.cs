using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>A compiled module whose IL is walked: the project itself or one of its project references.</summary>
public sealed class WalkedModule : IDisposable
{
    private readonly PEReader _file;
    private readonly Lazy<FrozenDictionary<string, TypeDefinitionHandle>> _types;
    private readonly Lazy<string> _content;
    private readonly Dictionary<EntityHandle, string> _attributeTypes = [];
    private readonly Dictionary<TypeDefinitionHandle, string> _keys = [];

    /// <summary>Opens a module from the bytes of its file.</summary>
    /// <param name="image">The whole file.</param>
    /// <param name="fileName">The file's name without its folder.</param>
    /// <exception cref="InvalidModuleException">The file holds native code only.</exception>
    public WalkedModule(byte[] image, string fileName)
    {
        FileName = fileName;
        _file = new PEReader(new MemoryStream(image, writable: false));
        if (!_file.HasMetadata)
        {
            throw new InvalidModuleException("The file holds native code only.");
        }

        Reader = _file.GetMetadataReader();
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
        Mvid = Reader.GetGuid(Reader.GetModuleDefinition().Mvid);
        _types = new(IndexTypes);
        _content = new(() => ModuleContent.Hash(image));
    }

    /// <summary>The assembly's simple name.</summary>
    public string Name { get; }

    /// <summary>The file's name without its folder.</summary>
    public string FileName { get; }

    /// <summary>The module version id, which the compiler derives from everything that it compiled.</summary>
    public Guid Mvid { get; }

    /// <summary>
    /// The hash of what was walked, which a tool that rewrites the assembly after the compiler changes, whatever its module version id
    /// says.
    /// </summary>
    public string ContentHash => _content.Value;

    internal MetadataReader Reader { get; }

    /// <summary>The full name of the type of an attribute. The same few attributes stand on thousands of members.</summary>
    internal string AttributeTypeName(CustomAttribute attribute)
    {
        if (!_attributeTypes.TryGetValue(attribute.Constructor, out var name))
        {
            _attributeTypes[attribute.Constructor] = name = Reader.AttributeTypeName(attribute);
        }

        return name;
    }

    /// <summary>The main method, or nil in a library.</summary>
    internal MethodDefinitionHandle EntryPoint =>
        MetadataTokens.EntityHandle(_file.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress)
            is { Kind: HandleKind.MethodDefinition } main
            ? (MethodDefinitionHandle)main
            : default;

    /// <summary>The name by which parts tell a type of the module from every other.</summary>
    internal string KeyOf(TypeDefinitionHandle type)
    {
        if (!_keys.TryGetValue(type, out var key))
        {
            var fullName = Reader.FullName(type);
            var plain = CompilerNames.WithoutPaths(fullName);

            // Two files may each hold such a type; they are told apart by their files' order, and by no path.
            var same =
                plain == fullName
                    ? []
                    : Reader
                        .TypeDefinitions.Select(other => Reader.FullName(other))
                        .Where(other => CompilerNames.WithoutPaths(other) == plain)
                        .Order(StringComparer.Ordinal)
                        .ToList();
            _keys[type] = key = $"[{Name}]{plain}{(same.Count > 1 ? $" {same.IndexOf(fullName)}" : "")}";
        }

        return key;
    }

    internal MethodBodyBlock? Body(MethodDefinitionHandle method)
    {
        var address = Reader.GetMethodDefinition(method).RelativeVirtualAddress;
        return address == 0 ? null : _file.GetMethodBody(address);
    }

    /// <summary>The bytes that a field starts out with, such as an array initializer's; empty where there are none.</summary>
    internal ReadOnlySpan<byte> InitialData(FieldDefinitionHandle field, int size)
    {
        var address = Reader.GetFieldDefinition(field).GetRelativeVirtualAddress();
        if (address == 0)
        {
            return [];
        }

        var section = _file.GetSectionData(address);
        return section.GetContent(0, Math.Min(size, section.Length)).AsSpan();
    }

    internal ReadOnlySpan<byte> EmbeddedResource(ManifestResource resource)
    {
        var directory = _file.PEHeaders.CorHeader!.ResourcesDirectory;
        var section = _file.GetSectionData(directory.RelativeVirtualAddress);
        var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
        var length = reader.ReadInt32();
        return section.GetContent((int)resource.Offset + sizeof(int), length).AsSpan();
    }

    internal bool TryFindType(string fullName, out TypeDefinitionHandle type) => _types.Value.TryGetValue(fullName, out type);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private FrozenDictionary<string, TypeDefinitionHandle> IndexTypes()
    {
        var types = new Dictionary<string, TypeDefinitionHandle>(StringComparer.Ordinal);
        foreach (var handle in Reader.TypeDefinitions)
        {
            types.TryAdd(Reader.FullName(handle), handle);
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
