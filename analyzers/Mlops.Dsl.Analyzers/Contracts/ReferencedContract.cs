using Microsoft.CodeAnalysis;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Reading;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>Finds what a pipeline of a referenced project promises: by the manifest that its assembly has as an attribute.</summary>
internal static class ReferencedContract
{
    /// <summary>The contract, or why there is none, in words that follow the manifest's name.</summary>
    /// <param name="assembly">The assembly that declares the pipeline.</param>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="withStages">Whether the outputs of stages are part of it.</param>
    public static (PipelineContract? Contract, string Problem) Find(IAssemblySymbol assembly, string pipeline, bool withStages)
    {
        var manifest = assembly
            .GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name == "PipelineManifestAttribute")
            .Select(static attribute => attribute.ConstructorArguments)
            .FirstOrDefault(arguments => arguments is [{ Value: string name }, { Value: string }] && name == pipeline);
        if (manifest.IsDefaultOrEmpty)
        {
            return (null, "is missing");
        }

        try
        {
            return (ManifestReader.Read((string)manifest[1].Value!, withStages), "");
        }
        catch (JsonFormatException exception)
        {
            return (null, exception.Message);
        }
    }
}
