using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>
/// Writes all that reflection can see of a type and its members, in the order of their declaration, in which reflection finds them.
/// </summary>
/// <remarks>What the compiler made up is left out: its names hold ordinals, and its content counts with the code that uses it.</remarks>
internal sealed class MetadataWriter(PartScope scope, DefinitionWriter definitions)
{
    /// <summary>Writes the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLeftOut">Whether a method is no person's.</param>
    public void Write(TypeId type, Func<MethodId, bool> isLeftOut)
    {
        var definition = type.Definition;
        scope.Writer.Write((int)definition.Attributes);
        definitions.Attributes.WriteAll(definition.GetCustomAttributes());
        WriteGenericParameters(definition.GetGenericParameters());
        scope.Writer.Write(definition.BaseType.IsNil ? "" : scope.TypeName(definition.BaseType));
        foreach (
            var field in definition
                .GetFields()
                .Where(field => !CompilerNames.IsMadeUp(new FieldId(type.Module, field)))
                .Select(scope.Reader.GetFieldDefinition)
        )
        {
            Write(field);
        }

        foreach (
            var method in definition
                .GetMethods()
                .Where(method => IsVisible(new(type.Module, method), isLeftOut))
                .Select(scope.Reader.GetMethodDefinition)
        )
        {
            Write(method);
        }

        foreach (var property in definition.GetProperties().Select(scope.Reader.GetPropertyDefinition))
        {
            Write(property);
        }

        foreach (var @event in definition.GetEvents().Select(scope.Reader.GetEventDefinition))
        {
            scope.Writer.Write(scope.Reader.GetString(@event.Name));
            definitions.Attributes.WriteAll(@event.GetCustomAttributes());
        }

        foreach (
            var nested in definition
                .GetNestedTypes()
                .Select(handle => new TypeId(type.Module, handle))
                .Where(nested => !CompilerNames.IsMadeUp(nested))
        )
        {
            scope.Writer.Write(nested.Name);
        }
    }

    private static bool IsVisible(MethodId method, Func<MethodId, bool> isLeftOut) => !CompilerNames.IsMadeUp(method) && !isLeftOut(method);

    private void Write(FieldDefinition field)
    {
        scope.Writer.Write(scope.Reader.GetString(field.Name));
        scope.Writer.Write((int)field.Attributes);
        scope.Writer.Write(field.DecodeSignature(scope, null));
        Write(field.GetDefaultValue());
        definitions.Attributes.WriteAll(field.GetCustomAttributes());
    }

    private void Write(MethodDefinition method)
    {
        scope.Writer.Write(scope.Reader.GetString(method.Name));
        scope.Writer.Write((int)method.Attributes);
        scope.Writer.Write(SignatureText.Text(method.DecodeSignature(scope, null)));
        WriteGenericParameters(method.GetGenericParameters());
        definitions.Attributes.WriteAll(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters().Select(scope.Reader.GetParameter))
        {
            scope.Writer.Write(scope.Reader.GetString(parameter.Name));
            scope.Writer.Write((int)parameter.Attributes);
            Write(parameter.GetDefaultValue());
            definitions.Attributes.WriteAll(parameter.GetCustomAttributes());
        }
    }

    private void Write(PropertyDefinition property)
    {
        scope.Writer.Write(scope.Reader.GetString(property.Name));
        scope.Writer.Write(SignatureText.Text(property.DecodeSignature(scope, null)));
        definitions.Attributes.WriteAll(property.GetCustomAttributes());
    }

    private void WriteGenericParameters(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(scope.Reader.GetGenericParameter))
        {
            scope.Writer.Write(scope.Reader.GetString(parameter.Name));
            definitions.Attributes.WriteAll(parameter.GetCustomAttributes());
        }
    }

    private void Write(ConstantHandle constant)
    {
        if (!constant.IsNil)
        {
            scope.Writer.Write(scope.Reader.GetBlobBytes(scope.Reader.GetConstant(constant).Value));
        }
    }
}
