using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>The parts that are data: embedded resources and the attributes of assemblies.</summary>
internal sealed class ContentParts
{
    private readonly Lazy<Part[]> _resources;
    private readonly Lazy<Part[]> _attributes;

    public ContentParts(ModuleSet modules, PartFactory parts)
    {
        _resources = new(() => [.. modules.Walked.SelectMany(module => ResourcesOf(module, parts))]);
        _attributes = new(() => [.. modules.Walked.Select(module => AttributesOf(module, parts))]);
    }

    public IEnumerable<Part> ReadBy(Effects effects)
    {
        var resources = effects.HasFlag(Effects.Resources) ? _resources.Value : [];
        return effects.HasFlag(Effects.AssemblyAttributes) ? resources.Concat(_attributes.Value) : resources;
    }

    private static IEnumerable<Part> ResourcesOf(WalkedModule module, PartFactory parts)
    {
        foreach (var handle in module.Reader.ManifestResources)
        {
            var resource = module.Reader.GetManifestResource(handle);
            if (resource.Implementation.IsNil)
            {
                var name = module.Reader.GetString(resource.Name);
                yield return parts.Create(module, $"[{module.Name}]resource {name}", $"embedded resource {name}", (scope, _) => scope.Writer.Write(module.EmbeddedResource(resource)));
            }
        }
    }

    private static Part AttributesOf(WalkedModule module, PartFactory parts) =>
        parts.Create(module, $"[{module.Name}]attributes", $"attributes of {module.Name}", (scope, _) =>
        {
            foreach (var attribute in module.Reader.GetAssemblyDefinition().GetCustomAttributes().Select(module.Reader.GetCustomAttribute))
            {
                var type = module.Reader.AttributeTypeName(attribute);
                if (!type.StartsWith("Mlops.Dsl.", StringComparison.Ordinal))
                {
                    scope.Writer.Write(type);
                    scope.Writer.Write(module.Reader.GetBlobBytes(attribute.Value));
                }
            }
        });
}
