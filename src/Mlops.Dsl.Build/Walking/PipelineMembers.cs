using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>
/// What the walk treats specially about a pipeline class: its parameters are in the cache key by value, and its other stages are not
/// called.
/// </summary>
internal sealed class PipelineMembers
{
    private readonly Dictionary<MethodId, string> _getters = [];
    private readonly Dictionary<FieldId, string> _fields = [];
    private readonly HashSet<TypeId> _types = [];

    public PipelineMembers(TypeId pipeline, Resolver resolver)
    {
        for (TypeId? current = pipeline; current is { } type; current = resolver.BaseOf(type)?.Walked)
        {
            _types.Add(type);
            AddParameters(type);
        }
    }

    /// <summary>The names of the parameters and secrets.</summary>
    public IEnumerable<string> Parameters => _getters.Values;

    /// <summary>Whether the type is the pipeline class or one of its bases.</summary>
    public bool IsPipeline(TypeId type) => _types.Contains(type);

    public string? ParameterOf(MethodId getter) => _getters.GetValueOrDefault(getter);

    public string? ParameterOf(FieldId field) => _fields.GetValueOrDefault(field);

    private void AddParameters(TypeId type)
    {
        var reader = type.Module.Reader;
        foreach (var property in type.Definition.GetProperties().Select(reader.GetPropertyDefinition))
        {
            if (
                !property
                    .GetCustomAttributes()
                    .Any(handle => IsParameterAttribute(reader.AttributeTypeName(reader.GetCustomAttribute(handle))))
            )
            {
                continue;
            }

            var name = reader.GetString(property.Name);
            if (property.GetAccessors().Getter is { IsNil: false } getter)
            {
                _getters[new(type.Module, getter)] = name;
            }

            foreach (
                var field in type
                    .Definition.GetFields()
                    .Where(field => reader.StringComparer.Equals(reader.GetFieldDefinition(field).Name, $"<{name}>k__BackingField"))
            )
            {
                _fields[new(type.Module, field)] = name;
            }
        }
    }

    private static bool IsParameterAttribute(string type) =>
        type is "Mlops.Dsl.ParameterAttribute" or "Mlops.Dsl.SecretAttribute" or "Mlops.Dsl.WindowAttribute";
}
