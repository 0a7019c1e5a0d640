using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Initializers;

/// <summary>A statement of a constructor that gives a field of the constructed object, or of the type itself, its value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The instructions that make the value, without the store.</param>
internal sealed record FieldStore(FieldId Field, List<Instruction> Value)
{
    public static FieldStore? Find(MethodId constructor, List<Instruction> statement)
    {
        var isStatic = constructor.Definition.Attributes.HasFlag(MethodAttributes.Static);
        var code = statement.FindAll(instruction => instruction.Code != OpCode.NoOperation);
        var start = isStatic ? 0 : 1;
        if (code.Count <= start || (!isStatic && code[0].Code != OpCode.LoadArgument0))
        {
            return null;
        }

        if (code[^1].Code == (isStatic ? OpCode.StoreStaticField : OpCode.StoreField))
        {
            return OwnField(constructor, code[^1].Entity) is { } stored ? new(stored, code[start..^1]) : null;
        }

        // A default value is written in place.
        var isInPlace =
            code[^1].Code == OpCode.InitializeObject
            && code[start].Code == (isStatic ? OpCode.LoadStaticFieldAddress : OpCode.LoadFieldAddress);
        return isInPlace && code.Count == start + 2 && OwnField(constructor, code[start].Entity) is { } field
            ? new(field, code[(start + 1)..])
            : null;
    }

    private static FieldId? OwnField(MethodId constructor, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            var field = new FieldId(constructor.Module, (FieldDefinitionHandle)handle);
            return field.DeclaringType == constructor.DeclaringType ? field : null;
        }

        // A generic type refers to its own fields through its instance over its own parameters.
        var reader = constructor.Module.Reader;
        var name = reader.GetString(reader.GetMemberReference((MemberReferenceHandle)handle).Name);
        return constructor
            .DeclaringType.Definition.GetFields()
            .Where(candidate => reader.StringComparer.Equals(reader.GetFieldDefinition(candidate).Name, name))
            .Select(candidate => (FieldId?)new FieldId(constructor.Module, candidate))
            .FirstOrDefault();
    }
}
