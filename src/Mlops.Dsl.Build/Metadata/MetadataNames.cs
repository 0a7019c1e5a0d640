using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>Full names as metadata has them: <c>Namespace.Outer+Nested`1</c>.</summary>
internal static class MetadataNames
{
    public static string FullName(this MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? Qualify(reader.GetString(type.Namespace), name) : FullName(reader, outer) + "+" + name;
    }

    public static string FullName(this MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? FullName(reader, (TypeReferenceHandle)type.ResolutionScope) + "+" + name
            : Qualify(reader.GetString(type.Namespace), name);
    }

    /// <summary>The simple name of the assembly that a reference points into, or null for the module itself.</summary>
    public static string? AssemblyName(this MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyName(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }

    /// <summary>The full name of the type of an attribute.</summary>
    public static string AttributeTypeName(this MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind switch
        {
            HandleKind.MethodDefinition => FullName(
                reader,
                reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
            ),
            HandleKind.MemberReference
                when reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                    is { Kind: HandleKind.TypeReference } parent => FullName(reader, (TypeReferenceHandle)parent),
            HandleKind.MemberReference
                when reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                    is { Kind: HandleKind.TypeDefinition } parent => FullName(reader, (TypeDefinitionHandle)parent),
            _ => "",
        };

    private static string Qualify(string @namespace, string name) => @namespace.Length == 0 ? name : @namespace + "." + name;
}
