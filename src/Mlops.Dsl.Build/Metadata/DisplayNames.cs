using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>Names that a person reads: <c>ApiDocs.XmlDocs.Read(string, List&lt;Member&gt;)</c>.</summary>
internal sealed class DisplayNames : ISignatureTypeProvider<string, object?>
{
    private static readonly DisplayNames Instance = new();

    private DisplayNames() { }

    public static string Of(TypeId type) => Clean(type.FullName).Replace('+', '.');

    public static string Of(FieldId field) => $"{Of(field.DeclaringType)}.{Property(field.Name)}";

    public static string Of(MethodId method)
    {
        var parameters = method.Definition.DecodeSignature(Instance, null).ParameterTypes;
        var name = method.Name switch
        {
            ".ctor" => Clean(method.DeclaringType.Name),
            ".cctor" => "static " + Clean(method.DeclaringType.Name),
            var written => Clean(written),
        };
        return $"{Of(method.DeclaringType)}.{name}({string.Join(", ", parameters)})";
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        typeCode switch
        {
            PrimitiveTypeCode.Boolean => "bool",
            PrimitiveTypeCode.Int16 => "short",
            PrimitiveTypeCode.UInt16 => "ushort",
            PrimitiveTypeCode.Int32 => "int",
            PrimitiveTypeCode.UInt32 => "uint",
            PrimitiveTypeCode.Int64 => "long",
            PrimitiveTypeCode.UInt64 => "ulong",
            PrimitiveTypeCode.Single => "float",
            PrimitiveTypeCode.IntPtr => "nint",
            PrimitiveTypeCode.UIntPtr => "nuint",
            _ => typeCode.ToString().ToLowerInvariant(),
        };

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Clean(reader.GetString(reader.GetTypeDefinition(handle).Name));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Clean(reader.GetString(reader.GetTypeReference(handle).Name));

    public string GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => "ref " + elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "T" + (index + 1);

    public string GetGenericTypeParameter(object? genericContext, int index) => "T" + (index + 1);

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"delegate*<{string.Join(", ", signature.ParameterTypes.Add(signature.ReturnType))}>";

    /// <summary>Strips generic arity and the path hash of a file-local type.</summary>
    private static string Clean(string name)
    {
        var start = name.StartsWith('<') ? CompilerNames.FileLocalPrefix(name) : 0;
        var arity = name.LastIndexOf('`');
        return arity > start && !name.AsSpan(arity).Contains('+') ? name[start..arity] : name[start..];
    }

    private static string Property(string field) =>
        field.EndsWith(">k__BackingField", StringComparison.Ordinal) ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field;
}
