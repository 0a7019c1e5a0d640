using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.State;

/// <summary>
/// Reads the state of a type of another assembly from its fields. The compiler shows no private member of such a type, so that the symbols
/// alone would make what is private look as if it were not there.
/// </summary>
internal sealed class MetadataState
{
    private readonly INamedTypeSymbol _type;
    private readonly MetadataReader _reader;
    private readonly TypeDefinition _definition;
    private readonly Dictionary<string, PropertyAccessors> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events;

    /// <summary>Reads what a type declares.</summary>
    /// <param name="type">The type.</param>
    /// <param name="reader">The metadata of its module.</param>
    public MetadataState(INamedTypeSymbol type, MetadataReader reader)
    {
        _type = type;
        _reader = reader;
        _definition = reader.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(type.OriginalDefinition.MetadataToken));
        _events = [.. _definition.GetEvents().Select(handle => reader.GetString(reader.GetEventDefinition(handle).Name))];
        foreach (var property in _definition.GetProperties().Select(reader.GetPropertyDefinition))
        {
            _properties[reader.GetString(property.Name)] = property.GetAccessors();
        }
    }

    /// <summary>
    /// The parts that the type declares itself. The compiler writes fields in declaration order, those of properties among them.
    /// </summary>
    public List<StoredPart> Read() =>
        [
            .. _definition
                .GetFields()
                .Select(_reader.GetFieldDefinition)
                .Where(static field => !field.Attributes.HasFlag(FieldAttributes.Static))
                .Select(Part),
        ];

    private StoredPart Part(FieldDefinition field)
    {
        var name = _reader.GetString(field.Name);
        if (FieldNames.Property(name) is { } property && _properties.TryGetValue(property, out var accessors))
        {
            var symbol = _type
                .GetMembers(property)
                .OfType<IPropertySymbol>()
                .FirstOrDefault(static member => member is { IsStatic: false, IsIndexer: false });
            return new(PartKind.Property, property, symbol, CanChange(accessors), IsInternal(accessors));
        }

        if (FieldNames.Parameter(name) is { } parameter)
        {
            return new(PartKind.Parameter, parameter, null, CanChange: true, IsInternal: false);
        }

        return _events.Contains(name)
            ? new(PartKind.Event, name, null, CanChange: true, IsInternal: false)
            : new(
                PartKind.Field,
                name,
                _type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(),
                !field.Attributes.HasFlag(FieldAttributes.InitOnly),
                (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Assembly or FieldAttributes.FamORAssem
            );
    }

    private bool IsInternal(PropertyAccessors accessors) =>
        !accessors.Getter.IsNil
        && (_reader.GetMethodDefinition(accessors.Getter).Attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Assembly
                or MethodAttributes.FamORAssem;

    private bool CanChange(PropertyAccessors accessors) =>
        !accessors.Setter.IsNil && !IsInitOnly(_reader.GetMethodDefinition(accessors.Setter));

    /// <summary>An init accessor returns void with a modifier, which older compilers must not overlook.</summary>
    private bool IsInitOnly(MethodDefinition setter)
    {
        var signature = _reader.GetBlobReader(setter.Signature);
        signature.ReadSignatureHeader();
        signature.ReadCompressedInteger();
        return signature.ReadSignatureTypeCode() == SignatureTypeCode.RequiredModifier
            && NameOf(signature.ReadTypeHandle()) == "IsExternalInit";
    }

    private string NameOf(EntityHandle type) =>
        type.Kind switch
        {
            HandleKind.TypeReference => _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => _reader.GetString(_reader.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => "",
        };
}
