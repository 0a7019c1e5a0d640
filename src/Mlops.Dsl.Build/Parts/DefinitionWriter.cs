using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes what a definition is: a method with its body, a field with its initial data, a type's shape.</summary>
internal sealed class DefinitionWriter(PartScope scope)
{
    private const MethodAttributes CountedMethodAttributes =
        MethodAttributes.Static
        | MethodAttributes.Virtual
        | MethodAttributes.NewSlot
        | MethodAttributes.Abstract
        | MethodAttributes.PinvokeImpl;

    // Inlining and optimization change speed, not results.
    private const MethodImplAttributes CountedImplAttributes = ~(
        MethodImplAttributes.NoInlining
        | MethodImplAttributes.AggressiveInlining
        | MethodImplAttributes.NoOptimization
        | MethodImplAttributes.AggressiveOptimization
    );

    private const TypeAttributes CountedTypeAttributes =
        TypeAttributes.LayoutMask | TypeAttributes.Interface | TypeAttributes.StringFormatMask | TypeAttributes.BeforeFieldInit;

    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";
    private const string UnsafeAccessor = "System.Runtime.CompilerServices.UnsafeAccessorAttribute";

    public MemberWriter Members { get; } = new(scope);

    public BodyWriter Bodies => new(scope, Members);

    public SelfUse Selves => new(scope);

    public AttributeWriter Attributes => new(scope, Members);

    public void Write(MethodDefinitionHandle handle)
    {
        var method = scope.Reader.GetMethodDefinition(handle);
        scope.Writer.Write((int)(method.Attributes & CountedMethodAttributes));
        scope.Writer.Write((int)(method.ImplAttributes & CountedImplAttributes));
        scope.Writer.Write(SignatureText.Text(method.DecodeSignature(scope, null)));
        WriteGenericParameters(method.GetGenericParameters());
        Attributes.Write(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters().Select(scope.Reader.GetParameter))
        {
            Attributes.Write(parameter.GetCustomAttributes());
            WriteMarshalling(method, parameter);
        }

        foreach (var declaration in Overrides(method.GetDeclaringType(), handle))
        {
            Members.WriteMethod(declaration, dispatched: false);
        }

        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
        {
            WriteImport(method);
        }

        if (scope.Module.Body(handle) is { } body)
        {
            scope.ComparesTypes = IsCompilers(method, "get_EqualityContract");
            scope.IsEquality = IsCompilers(method, "Equals") || IsCompilers(method, "GetHashCode");
            var (il, instructions) = Bodies.Write(body);
            scope.ComparesTypes = false;
            scope.IsEquality = false;
            Selves.Note(method, body.LocalSignature, il, instructions);
        }
        else if (
            method
                .GetCustomAttributes()
                .Any(attribute => scope.Module.AttributeTypeName(scope.Reader.GetCustomAttribute(attribute)) == UnsafeAccessor)
        )
        {
            // The accessor finds a private member by its name.
            scope.NamesWholeTypes = true;
            method.DecodeSignature(scope, null);
            scope.NamesWholeTypes = false;
        }
    }

    public void Write(FieldDefinitionHandle handle)
    {
        var field = scope.Reader.GetFieldDefinition(handle);
        scope.Writer.Write((int)(field.Attributes & (FieldAttributes.Static | FieldAttributes.InitOnly)));
        scope.Writer.Write(field.DecodeSignature(scope, null));
        scope.Writer.Write(field.GetOffset());
        Attributes.Write(field.GetCustomAttributes());
        if (field.Attributes.HasFlag(FieldAttributes.HasFieldRVA))
        {
            scope.Writer.Write(scope.Module.InitialData(handle, InitialSize(field)));
        }
    }

    /// <summary>Writes what a type is, but for its members.</summary>
    public void WriteShape(TypeDefinition type)
    {
        scope.Writer.Write((int)(type.Attributes & CountedTypeAttributes));
        var layout = type.GetLayout();
        scope.Writer.Write(layout.Size);
        scope.Writer.Write(layout.PackingSize);
        scope.Writer.Write(type.BaseType.IsNil ? "" : scope.TypeName(type.BaseType));
        foreach (
            var name in type.GetInterfaceImplementations()
                .Select(item => scope.TypeName(scope.Reader.GetInterfaceImplementation(item).Interface))
                .Order(StringComparer.Ordinal)
        )
        {
            scope.Writer.Write(name);
        }

        WriteGenericParameters(type.GetGenericParameters());
        Attributes.Write(type.GetCustomAttributes());
    }

    /// <summary>The declarations that a method implements under another name.</summary>
    private IEnumerable<EntityHandle> Overrides(TypeDefinitionHandle type, MethodDefinitionHandle method) =>
        scope
            .Reader.GetTypeDefinition(type)
            .GetMethodImplementations()
            .Select(scope.Reader.GetMethodImplementation)
            .Where(implementation => implementation.MethodBody == method)
            .Select(implementation => implementation.MethodDeclaration);

    /// <summary>
    /// Whether it is a method that the compiler writes for a record. The contract is the record's own type, by which equality tells derived
    /// records apart.
    /// </summary>
    private bool IsCompilers(MethodDefinition method, string name) =>
        scope.Reader.StringComparer.Equals(method.Name, name)
        && method
            .GetCustomAttributes()
            .Any(attribute => scope.Module.AttributeTypeName(scope.Reader.GetCustomAttribute(attribute)) == CompilerGenerated);

    private void WriteGenericParameters(GenericParameterHandleCollection parameters)
    {
        scope.Writer.Write(parameters.Count);
        foreach (var parameter in parameters.Select(scope.Reader.GetGenericParameter))
        {
            scope.Writer.Write((int)parameter.Attributes);
            foreach (var constraint in parameter.GetConstraints().Select(scope.Reader.GetGenericParameterConstraint))
            {
                scope.Writer.Write(scope.TypeName(constraint.Type));
            }
        }
    }

    private void WriteMarshalling(MethodDefinition method, Parameter parameter)
    {
        if (parameter.GetMarshallingDescriptor() is { IsNil: false } descriptor)
        {
            scope.Writer.Write(scope.Reader.GetBlobBytes(descriptor));
        }

        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
        {
            scope.Writer.Write(parameter.SequenceNumber);
            scope.Writer.Write((int)parameter.Attributes);
        }
    }

    private void WriteImport(MethodDefinition method)
    {
        var import = method.GetImport();
        var library = scope.Reader.GetString(scope.Reader.GetModuleReference(import.Module).Name);
        scope.Writer.Write((int)import.Attributes);
        scope.Writer.Write(library);
        scope.Writer.Write(scope.Reader.GetString(import.Name));
        scope.Reach.Effects |= Effects.NativeCode;
        scope.Reach.Warnings.Add($"The native library {library} runs outside what the walk sees: a change of it changes no fingerprint.");
    }

    private int InitialSize(FieldDefinition field)
    {
        var signature = scope.Reader.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        var code = signature.ReadSignatureTypeCode();
        return code switch
        {
            SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type => scope
                .Reader.GetTypeDefinition((TypeDefinitionHandle)type)
                .GetLayout()
                .Size,
            SignatureTypeCode.Byte or SignatureTypeCode.SByte => sizeof(byte),
            SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 => sizeof(short),
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 => sizeof(int),
            _ => sizeof(long),
        };
    }
}
