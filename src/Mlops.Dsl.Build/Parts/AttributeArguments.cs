using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Decodes the arguments of attributes as far as the types among them are concerned.</summary>
internal sealed class AttributeArguments(WalkedModule module, Resolver resolver) : ICustomAttributeTypeProvider<AttributeArguments.TypeName>
{
    /// <summary>A type's name as metadata has it, perhaps followed by a comma and its assembly.</summary>
    public sealed record TypeName(string Text);

    public TypeName GetPrimitiveType(PrimitiveTypeCode typeCode) => new("System." + typeCode);

    public TypeName GetSystemType() => new("System.Type");

    public TypeName GetSZArrayType(TypeName elementType) => new(elementType.Text + "[]");

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(reader.FullName(handle));

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        new(reader.FullName(handle) + ", " + (reader.AssemblyName(handle) ?? module.Name));

    public TypeName GetTypeFromSerializedName(string name) => new(name);

    public bool IsSystemType(TypeName type) => type.Text.Split(',')[0] == "System.Type";

    /// <summary>Enums of the framework are not read; all that its attributes take are 32 bits wide.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(TypeName type)
    {
        if (resolver.FindByName(module, type.Text) is not { } definition)
        {
            return PrimitiveTypeCode.Int32;
        }

        var reader = definition.Module.Reader;
        var value = definition
            .Definition.GetFields()
            .Select(reader.GetFieldDefinition)
            .First(field => reader.StringComparer.Equals(field.Name, "value__"));
        return Enum.Parse<PrimitiveTypeCode>(value.DecodeSignature(SignatureText.Instance, null));
    }
}
