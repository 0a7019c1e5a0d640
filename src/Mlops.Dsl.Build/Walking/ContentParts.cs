using System.Reflection.Metadata;
using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>The parts that are data: embedded resources and the attributes of assemblies.</summary>
internal sealed class ContentParts
{
    private readonly Lazy<Part[]> _resources;
    private readonly Lazy<Part[]> _attributes;
    private readonly Lazy<Part[]> _lastingAttributes;
    private readonly Part[] _settings;
    private readonly Part[] _native;

    public ContentParts(ModuleSet modules, PartFactory parts)
    {
        _resources = new(() => [.. modules.Walked.SelectMany(module => ResourcesOf(module, parts))]);
        _settings = [.. modules.Settings.Select(setting => PartOf($"runtime setting {setting.Key}", [setting.Value]))];
        _native = modules.NativeLibraries.Count == 0 ? [] : [PartOf("native libraries of packages", modules.NativeLibraries)];
        _attributes = new(() => [.. modules.Walked.Select(module => AttributesOf(module, parts, withBuild: true))]);
        _lastingAttributes = new(() => [.. modules.Walked.Select(module => AttributesOf(module, parts, withBuild: false))]);
    }

    /// <summary>What the runtime does for every stage alike.</summary>
    public IReadOnlyList<Part> Settings => _settings;

    /// <summary>The data that code with these effects, and these packages, can read.</summary>
    public IEnumerable<Part> ReadBy(Effects effects, IReadOnlyCollection<PackageModule> packages)
    {
        IEnumerable<Part> found =
            effects.HasFlag(Effects.Resources) || packages.Any(package => package.ReadsResources && IsForeign(package))
                ? _resources.Value
                : [];
        found =
            effects.HasFlag(Effects.AssemblyAttributes) ? found.Concat(_attributes.Value)
            : packages.Any(package => package.ReadsAssemblyAttributes && IsForeign(package)) ? found.Concat(_lastingAttributes.Value)
            : found;
        return effects.HasFlag(Effects.NativeCode) || packages.Any(MayCallNativeCode) ? found.Concat(_native) : found;
    }

    private static bool IsForeign(PackageModule package) => !SharedStateRules.HoldsNothingForStages(package.Name);

    /// <summary>Whether an assembly may call native libraries; this product's own interface does not.</summary>
    private static bool MayCallNativeCode(PackageModule package) =>
        package.Name
            is not ("Mlops.Dsl" or "Microsoft.Extensions.Logging.Abstractions" or "Microsoft.Extensions.DependencyInjection.Abstractions");

    private static Part PartOf(string name, IEnumerable<string> content)
    {
        var writer = new CanonicalWriter();
        foreach (var text in content)
        {
            writer.Write(text);
        }

        return new(name, name, writer.ToHash(), new Reach());
    }

    private static IEnumerable<Part> ResourcesOf(WalkedModule module, PartFactory parts)
    {
        foreach (var handle in module.Reader.ManifestResources)
        {
            var resource = module.Reader.GetManifestResource(handle);
            if (resource.Implementation.IsNil)
            {
                var name = module.Reader.GetString(resource.Name);
                yield return parts.Create(
                    module,
                    $"[{module.Name}]resource {name}",
                    $"embedded resource {name}",
                    (scope, _) => scope.Writer.Write(module.EmbeddedResource(resource))
                );
            }
        }
    }

    /// <param name="module">The module.</param>
    /// <param name="parts">Makes the part.</param>
    /// <param name="withBuild">Whether the version counts that names the commit: it differs from build to build, and only who asks for it
    /// acts on it.</param>
    private static Part AttributesOf(WalkedModule module, PartFactory parts, bool withBuild) =>
        parts.Create(
            module,
            $"[{module.Name}]attributes",
            $"attributes of {module.Name}",
            (scope, _) =>
            {
                var assembly = module.Reader.GetAssemblyDefinition();
                scope.Writer.Write(assembly.Version.ToString());
                scope.Writer.Write(module.Reader.GetString(assembly.Culture));
                scope.Writer.Write(module.Reader.GetBlobBytes(assembly.PublicKey));
                foreach (var attribute in assembly.GetCustomAttributes().Select(module.Reader.GetCustomAttribute))
                {
                    var type = module.Reader.AttributeTypeName(attribute);
                    if (
                        !type.StartsWith("Mlops.Dsl.", StringComparison.Ordinal)
                        && (withBuild || type != "System.Reflection.AssemblyInformationalVersionAttribute")
                    )
                    {
                        scope.Writer.Write(type);
                        scope.Writer.Write(module.Reader.GetBlobBytes(attribute.Value));
                    }
                }
            }
        );
}
