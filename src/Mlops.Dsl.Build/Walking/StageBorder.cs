using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>
/// What counts at the border of a stage: the code of artifacts that codecs call, services that the program makes, and default arguments.
/// </summary>
internal sealed class StageBorder(Resolver resolver, PartFactory parts)
{
    private const string FromServices = "Mlops.Dsl.FromServicesAttribute";

    private readonly Dictionary<TypeId, HashSet<TypeId>> _typesOfState = [];

    /// <summary>The walked types of a stage's inputs and outputs, and of what these are made of.</summary>
    public HashSet<TypeId> ArtifactTypesOf(MethodId stage)
    {
        var found = new HashSet<TypeId>();
        var pending = new Queue<TypeId>(TypesIn(stage.Module, scope => stage.Definition.DecodeSignature(scope, null)));
        while (pending.TryDequeue(out var type))
        {
            if (!found.Add(type))
            {
                continue;
            }

            foreach (var member in TypesOfState(type))
            {
                pending.Enqueue(member);
            }
        }

        return found;
    }

    /// <summary>
    /// The walked types that a type's fields and properties have, and its base: whoever takes a value apart goes on to these.
    /// </summary>
    public IReadOnlyCollection<TypeId> TypesOfState(TypeId type)
    {
        if (_typesOfState.TryGetValue(type, out var known))
        {
            return known;
        }

        var reader = type.Module.Reader;
        var types = TypesIn(
            type.Module,
            scope =>
            {
                foreach (var field in type.Definition.GetFields())
                {
                    reader.GetFieldDefinition(field).DecodeSignature(scope, null);
                }

                foreach (var property in type.Definition.GetProperties())
                {
                    reader.GetPropertyDefinition(property).DecodeSignature(scope, null);
                }
            }
        );
        if (resolver.BaseOf(type)?.Walked is { } parent)
        {
            types.Add(parent);
        }

        return _typesOfState[type] = types;
    }

    /// <summary>The members of an artifact's type by which a codec takes values apart and puts them together.</summary>
    public static IEnumerable<MethodId> MembersOfCodec(TypeId type)
    {
        var reader = type.Module.Reader;
        var constructors = type
            .Definition.GetMethods()
            .Where(method => reader.StringComparer.Equals(reader.GetMethodDefinition(method).Name, ".ctor"));
        var accessors = type.Definition.GetProperties().Select(property => reader.GetPropertyDefinition(property).GetAccessors());
        return constructors
            .Concat(accessors.SelectMany(accessor => new[] { accessor.Getter, accessor.Setter }))
            .Where(method => !method.IsNil)
            .Select(method => new MethodId(type.Module, method));
    }

    /// <summary>Whether the program hands the stage services that it made.</summary>
    public static bool TakesServices(MethodId stage)
    {
        var reader = stage.Module.Reader;
        return stage
            .Definition.GetParameters()
            .SelectMany(parameter => reader.GetParameter(parameter).GetCustomAttributes())
            .Any(attribute => reader.AttributeTypeName(reader.GetCustomAttribute(attribute)) == FromServices);
    }

    /// <summary>
    /// The defaults of a stage's parameters, which the generated call passes where no output is bound; null where there are none.
    /// </summary>
    public Part? DefaultsOf(MethodId stage)
    {
        var reader = stage.Module.Reader;
        var defaults = stage
            .Definition.GetParameters()
            .Select(reader.GetParameter)
            .Where(parameter => HasDefault(reader, parameter))
            .ToArray();
        return defaults.Length == 0
            ? null
            : parts.Create(
                stage.Module,
                $"{PartScope.Key(stage.DeclaringType)}::{resolver.TextOf(stage)} defaults",
                $"default arguments of {DisplayNames.Of(stage)}",
                (scope, _) =>
                {
                    foreach (var parameter in defaults)
                    {
                        scope.Writer.Write(parameter.SequenceNumber);
                        if (parameter.GetDefaultValue() is { IsNil: false } value)
                        {
                            scope.Writer.Write(reader.GetBlobBytes(reader.GetConstant(value).Value));
                        }

                        foreach (
                            var attribute in parameter
                                .GetCustomAttributes()
                                .Select(reader.GetCustomAttribute)
                                .Where(attribute => IsConstant(reader, attribute))
                        )
                        {
                            scope.Writer.Write(reader.GetBlobBytes(attribute.Value));
                        }
                    }
                }
            );
    }

    /// <summary>Whether a parameter has a default other than null or zero.</summary>
    private static bool HasDefault(MetadataReader reader, Parameter parameter) =>
        (parameter.GetDefaultValue() is { IsNil: false } value && reader.GetConstant(value).TypeCode != ConstantTypeCode.NullReference)
        || parameter.GetCustomAttributes().Any(attribute => IsConstant(reader, reader.GetCustomAttribute(attribute)));

    /// <summary>Whether the attribute holds a constant that metadata has no form for.</summary>
    private static bool IsConstant(MetadataReader reader, CustomAttribute attribute) =>
        reader.AttributeTypeName(attribute)
            is "System.Runtime.CompilerServices.DecimalConstantAttribute"
                or "System.Runtime.CompilerServices.DateTimeConstantAttribute";

    private HashSet<TypeId> TypesIn(WalkedModule module, Action<PartScope> decode)
    {
        var scope = parts.ScopeFor(module);
        decode(scope);
        return scope.Reach.Types;
    }
}
