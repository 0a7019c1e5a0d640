using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes the content of the compiler's made-up definitions that a part mentions, until none is left.</summary>
internal sealed class MadeUpWriter(PartScope scope, DefinitionWriter definitions)
{
    public void WritePending()
    {
        while (scope.TryTakePending(out var handle))
        {
            scope.Writer.Write((int)handle.Kind);
            switch (handle.Kind)
            {
                case HandleKind.MethodDefinition:
                    Write((MethodDefinitionHandle)handle);
                    break;
                case HandleKind.FieldDefinition:
                    Write((FieldDefinitionHandle)handle);
                    break;
                default:
                    Write((TypeDefinitionHandle)handle);
                    break;
            }
        }
    }

    private void Write(MethodDefinitionHandle handle)
    {
        scope.Writer.Write(scope.TypeName(scope.Reader.GetMethodDefinition(handle).GetDeclaringType()));
        definitions.Write(handle);
    }

    private void Write(FieldDefinitionHandle handle)
    {
        scope.Writer.Write(scope.TypeName(scope.Reader.GetFieldDefinition(handle).GetDeclaringType()));
        definitions.Write(handle);
    }

    private void Write(TypeDefinitionHandle handle)
    {
        var type = scope.Reader.GetTypeDefinition(handle);
        definitions.WriteShape(type);
        var isValueType = !type.BaseType.IsNil && scope.Resolver.ResolveType(scope.Module, type.BaseType)?.FullName is "System.ValueType";
        var isAnonymous = scope.Reader.GetString(type.Name).StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
        foreach (var field in type.GetFields())
        {
            var definition = scope.Reader.GetFieldDefinition(field);
            if (!definition.Attributes.HasFlag(FieldAttributes.Static) && (isValueType || isAnonymous))
            {
                // The name of an anonymous type's property is the user's, and reflection sees it.
                scope.Writer.Write(isAnonymous ? scope.Reader.GetString(definition.Name) : "");
                scope.Writer.Write(scope.Ordinal(field));
            }
        }

        foreach (var method in type.GetMethods())
        {
            WriteIfCalledByRuntime(method);
        }
    }

    /// <summary>What runs without being named: static constructors, virtual methods, implementations, and a delegate's signature.</summary>
    private void WriteIfCalledByRuntime(MethodDefinitionHandle handle)
    {
        var method = scope.Reader.GetMethodDefinition(handle);
        var name = scope.Reader.GetString(method.Name);
        var isRuntime = (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.Runtime;
        if (isRuntime || name == ".cctor" || method.Attributes.HasFlag(MethodAttributes.Virtual))
        {
            scope.Writer.Write(name);
            scope.Writer.Write(scope.Ordinal(handle));
        }
    }
}
