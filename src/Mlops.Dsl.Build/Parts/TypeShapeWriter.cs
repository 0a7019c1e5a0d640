using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes what code can observe of a type that it touches: layout, hierarchy, attributes, the names of an enum's values.</summary>
internal sealed class TypeShapeWriter(PartScope scope, DefinitionWriter definitions)
{
    public void Write(TypeId type)
    {
        var definition = type.Definition;
        definitions.WriteShape(definition);
        var isEnum = scope.Resolver.BaseOf(type)?.FullName == "System.Enum";
        var hasOrder = (definition.Attributes & TypeAttributes.LayoutMask) != TypeAttributes.AutoLayout || isEnum;
        var fields = definition
            .GetFields()
            .Select(scope.Reader.GetFieldDefinition)
            .Where(field => isEnum || !field.Attributes.HasFlag(FieldAttributes.Static));
        foreach (var field in hasOrder ? fields : fields.OrderBy(field => scope.Reader.GetString(field.Name), StringComparer.Ordinal))
        {
            WriteField(field);
        }

        foreach (
            var property in definition
                .GetProperties()
                .Select(scope.Reader.GetPropertyDefinition)
                .OrderBy(property => scope.Reader.GetString(property.Name), StringComparer.Ordinal)
        )
        {
            WriteAttributed(scope.Reader.GetString(property.Name), property.GetCustomAttributes());
        }

        WriteConstructorAttributes(definition);
    }

    private void WriteField(FieldDefinition field)
    {
        scope.Writer.Write(scope.Reader.GetString(field.Name));
        scope.Writer.Write(field.DecodeSignature(scope, null));
        scope.Writer.Write(field.GetOffset());
        if (field.GetMarshallingDescriptor() is { IsNil: false } descriptor)
        {
            scope.Writer.Write(scope.Reader.GetBlobBytes(descriptor));
        }

        if (field.GetDefaultValue() is { IsNil: false } value)
        {
            scope.Writer.Write(scope.Reader.GetBlobBytes(scope.Reader.GetConstant(value).Value));
        }

        definitions.Attributes.Write(field.GetCustomAttributes());
    }

    /// <summary>A positional record's attributes stand on its constructor's parameters.</summary>
    private void WriteConstructorAttributes(TypeDefinition type)
    {
        var constructors = type.GetMethods()
            .Select(scope.Reader.GetMethodDefinition)
            .Where(method => scope.Reader.StringComparer.Equals(method.Name, ".ctor"));
        foreach (var parameter in constructors.SelectMany(constructor => constructor.GetParameters()).Select(scope.Reader.GetParameter))
        {
            WriteAttributed(scope.Reader.GetString(parameter.Name), parameter.GetCustomAttributes());
        }
    }

    private void WriteAttributed(string name, CustomAttributeHandleCollection attributes)
    {
        if (definitions.Attributes.AnyCounts(attributes))
        {
            scope.Writer.Write(name);
            definitions.Attributes.Write(attributes);
        }
    }
}
