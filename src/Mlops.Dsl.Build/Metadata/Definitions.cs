using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>A type defined in a walked module.</summary>
internal readonly record struct TypeId(WalkedModule Module, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Module.Reader.GetTypeDefinition(Handle);

    public string Name => Module.Reader.GetString(Definition.Name);

    public string FullName => Module.Reader.FullName(Handle);
}

/// <summary>A method defined in a walked module.</summary>
internal readonly record struct MethodId(WalkedModule Module, MethodDefinitionHandle Handle)
{
    public MethodDefinition Definition => Module.Reader.GetMethodDefinition(Handle);

    public string Name => Module.Reader.GetString(Definition.Name);

    public TypeId DeclaringType => new(Module, Definition.GetDeclaringType());
}

/// <summary>A field defined in a walked module.</summary>
internal readonly record struct FieldId(WalkedModule Module, FieldDefinitionHandle Handle)
{
    public FieldDefinition Definition => Module.Reader.GetFieldDefinition(Handle);

    public string Name => Module.Reader.GetString(Definition.Name);

    public TypeId DeclaringType => new(Module, Definition.GetDeclaringType());
}
