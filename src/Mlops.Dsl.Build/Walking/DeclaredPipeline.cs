using System.Reflection.Metadata;
using System.Text.Json;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>A pipeline as the compiled assembly declares it.</summary>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Manifest">The generated manifest, still without fingerprints.</param>
/// <param name="Type">The pipeline class.</param>
/// <param name="Stages">Each stage's name and the methods of its name.</param>
internal sealed record DeclaredPipeline(string Name, string Manifest, TypeId Type, IReadOnlyList<DeclaredStage> Stages)
{
    private const string ManifestAttribute = "Mlops.Dsl.Execution.PipelineManifestAttribute";

    /// <summary>Reads the pipelines that the generator wrote into the module's attributes.</summary>
    /// <exception cref="ManifestException">A manifest does not describe the assembly.</exception>
    public static IReadOnlyList<DeclaredPipeline> ReadAll(WalkedModule module, Resolver resolver)
    {
        var pipelines = new List<DeclaredPipeline>();
        foreach (var handle in module.Reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = module.Reader.GetCustomAttribute(handle);
            if (module.Reader.AttributeTypeName(attribute) == ManifestAttribute)
            {
                var blob = module.Reader.GetBlobReader(attribute.Value);
                blob.ReadUInt16(); // ECMA-335 II.23.3: the prolog
                pipelines.Add(Read(module, resolver, blob.ReadSerializedString() ?? "", blob.ReadSerializedString() ?? ""));
            }
        }

        return pipelines;
    }

    private static DeclaredPipeline Read(WalkedModule module, Resolver resolver, string name, string manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest);
            var typeName = json.RootElement.GetProperty("type").GetString()!;
            if (!module.TryFindType(typeName, out var handle))
            {
                throw new ManifestException(
                    $"The manifest of pipeline '{name}' names the type {typeName}, which {module.Name} does not define."
                );
            }

            var type = new TypeId(module, handle);
            var methods = MethodsOf(type, resolver).ToLookup(method => method.Name, StringComparer.Ordinal);
            return new(
                name,
                manifest,
                type,
                [.. json.RootElement.GetProperty("stages").EnumerateArray().Select(stage => DeclaredStage.Read(type, methods, stage))]
            );
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ManifestException($"The manifest of pipeline '{name}' can't be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<MethodId> MethodsOf(TypeId pipeline, Resolver resolver)
    {
        for (TypeId? current = pipeline; current is { } type; current = resolver.BaseOf(type)?.Walked)
        {
            foreach (var method in type.Definition.GetMethods())
            {
                yield return new(type.Module, method);
            }
        }
    }
}

/// <summary>A stage and the methods that it starts in.</summary>
internal sealed record DeclaredStage(string Name, IReadOnlyList<MethodId> Methods)
{
    public static DeclaredStage Read(TypeId pipeline, ILookup<string, MethodId> methods, JsonElement json)
    {
        var name = json.GetProperty("name").GetString()!;
        var method = json.GetProperty("method").GetString()!;
        MethodId[] started = [.. methods[method]];
        return started.Length > 0
            ? new(name, started)
            : throw new ManifestException($"The stage '{name}' names the method {method}, which {pipeline.FullName} does not define.");
    }
}

/// <summary>A manifest in the assembly's attributes is not what the tool understands.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ManifestException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ManifestException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ManifestException()
        : base("A pipeline manifest can't be read.") { }
}
