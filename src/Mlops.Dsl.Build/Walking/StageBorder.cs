using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>What runs at the border of a stage: the code of artifacts that codecs call, and of services that the program makes.</summary>
internal sealed class StageBorder(Resolver resolver)
{
    private const string FromServices = "Mlops.Dsl.FromServicesAttribute";

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

            var reader = type.Module.Reader;
            foreach (var member in TypesIn(type.Module, scope =>
            {
                foreach (var field in type.Definition.GetFields())
                {
                    reader.GetFieldDefinition(field).DecodeSignature(scope, null);
                }

                foreach (var property in type.Definition.GetProperties())
                {
                    reader.GetPropertyDefinition(property).DecodeSignature(scope, null);
                }
            }))
            {
                pending.Enqueue(member);
            }

            if (resolver.BaseOf(type)?.Walked is { } parent)
            {
                pending.Enqueue(parent);
            }
        }

        return found;
    }

    /// <summary>The members of an artifact's type by which a codec takes values apart and puts them together.</summary>
    public static IEnumerable<MethodId> MembersOfCodec(TypeId type)
    {
        var reader = type.Module.Reader;
        var constructors = type.Definition.GetMethods().Where(method => reader.StringComparer.Equals(reader.GetMethodDefinition(method).Name, ".ctor"));
        var accessors = type.Definition.GetProperties().Select(property => reader.GetPropertyDefinition(property).GetAccessors());
        return constructors.Concat(accessors.SelectMany(accessor => new[] { accessor.Getter, accessor.Setter }))
            .Where(method => !method.IsNil)
            .Select(method => new MethodId(type.Module, method));
    }

    /// <summary>Whether the program hands the stage services that it made.</summary>
    public static bool TakesServices(MethodId stage)
    {
        var reader = stage.Module.Reader;
        return stage.Definition.GetParameters()
            .SelectMany(parameter => reader.GetParameter(parameter).GetCustomAttributes())
            .Any(attribute => reader.AttributeTypeName(reader.GetCustomAttribute(attribute)) == FromServices);
    }

    private HashSet<TypeId> TypesIn(WalkedModule module, Action<PartScope> decode)
    {
        var scope = new PartScope(module, resolver);
        decode(scope);
        return scope.Reach.Types;
    }
}
