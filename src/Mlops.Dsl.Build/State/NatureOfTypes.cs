using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.State;

/// <summary>Tells from its type what can become of a value that several parts of a program share.</summary>
internal sealed class NatureOfTypes(Resolver resolver)
{
    private readonly Dictionary<FieldId, FieldNature> _fields = [];
    private readonly Dictionary<TypeId, bool> _immutable = [];

    public FieldNature Of(FieldId field)
    {
        if (!_fields.TryGetValue(field, out var nature))
        {
            _fields[field] = nature = field.Definition.DecodeSignature(new Reading(this, field.Module), null) switch
            {
                Kind.Immutable => FieldNature.Immutable,
                Kind.ImmutableElements => FieldNature.ImmutableElements,
                _ => FieldNature.Mutable,
            };
        }

        return nature;
    }

    /// <summary>For each local variable of a method, whether its values never change.</summary>
    public IReadOnlyList<bool> AreImmutable(WalkedModule module, StandaloneSignatureHandle locals) =>
        locals.IsNil
            ? []
            :
            [
                .. module
                    .Reader.GetStandaloneSignature(locals)
                    .DecodeLocalSignature(new Reading(this, module), null)
                    .Select(kind => kind == Kind.Immutable),
            ];

    /// <summary>Enums, and structs and sealed classes whose every field is set once, to a value that never changes.</summary>
    private bool IsImmutable(TypeId type)
    {
        if (_immutable.TryGetValue(type, out var known))
        {
            return known;
        }

        // While the answer is being found, a type that holds itself does no harm.
        _immutable[type] = true;
        return _immutable[type] = Holds(type);
    }

    private bool Holds(TypeId type)
    {
        var parent = resolver.BaseOf(type)?.FullName;
        if (parent == "System.Enum")
        {
            return true;
        }

        var reader = type.Module.Reader;
        return type.Definition.Attributes.HasFlag(TypeAttributes.Sealed)
            && parent is "System.Object" or "System.ValueType"
            && type.Definition.GetFields()
                .Select(handle => (Handle: handle, Definition: reader.GetFieldDefinition(handle)))
                .Where(field => !field.Definition.Attributes.HasFlag(FieldAttributes.Static))
                .All(field =>
                    field.Definition.Attributes.HasFlag(FieldAttributes.InitOnly)
                    && Of(new FieldId(type.Module, field.Handle)) == FieldNature.Immutable
                );
    }

    private Kind Of(TypeTarget target) =>
        target switch
        {
            { Walked: { } type } => type.Definition.GetGenericParameters().Count == 0 && IsImmutable(type) ? Kind.Immutable : Kind.Mutable,
            { Package: { } package } => SharedStateRules.IsLoggingFacade(package.Name) ? Kind.Immutable : Kind.Mutable,
            _ => FrameworkTypes.NatureOf(target.FullName),
        };

    /// <summary>What a type is, if need be depending on its type arguments.</summary>
    internal enum Kind
    {
        Mutable,
        Immutable,
        ImmutableElements,
        ImmutableIfArgumentsAre,
        ImmutableElementsIfArgumentsAre,
    }

    private sealed class Reading(NatureOfTypes natures, WalkedModule module) : ISignatureTypeProvider<Kind, object?>
    {
        public Kind GetPrimitiveType(PrimitiveTypeCode typeCode) =>
            typeCode
                is PrimitiveTypeCode.Object
                    or PrimitiveTypeCode.TypedReference
                    or PrimitiveTypeCode.IntPtr
                    or PrimitiveTypeCode.UIntPtr
                ? Kind.Mutable
                : Kind.Immutable;

        public Kind GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            natures.Of(new TypeTarget(new TypeId(module, handle), null, ""));

        public Kind GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            natures.Of(natures.Resolve(module, handle));

        public Kind GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public Kind GetGenericInstantiation(Kind genericType, ImmutableArray<Kind> typeArguments) =>
            genericType switch
            {
                Kind.ImmutableIfArgumentsAre => typeArguments.All(argument => argument == Kind.Immutable) ? Kind.Immutable : Kind.Mutable,
                Kind.ImmutableElementsIfArgumentsAre => typeArguments.All(argument => argument == Kind.Immutable)
                    ? Kind.ImmutableElements
                    : Kind.Mutable,
                _ => genericType,
            };

        public Kind GetSZArrayType(Kind elementType) => elementType == Kind.Immutable ? Kind.ImmutableElements : Kind.Mutable;

        public Kind GetModifiedType(Kind modifier, Kind unmodifiedType, bool isRequired) => unmodifiedType;

        public Kind GetPinnedType(Kind elementType) => elementType;

        public Kind GetArrayType(Kind elementType, ArrayShape shape) => Kind.Mutable;

        public Kind GetByReferenceType(Kind elementType) => Kind.Mutable;

        public Kind GetPointerType(Kind elementType) => Kind.Mutable;

        public Kind GetFunctionPointerType(MethodSignature<Kind> signature) => Kind.Immutable;

        public Kind GetGenericMethodParameter(object? genericContext, int index) => Kind.Mutable;

        public Kind GetGenericTypeParameter(object? genericContext, int index) => Kind.Mutable;
    }

    private TypeTarget Resolve(WalkedModule module, TypeReferenceHandle handle) => resolver.Resolve(module, handle);
}
