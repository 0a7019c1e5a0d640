using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Computes the fingerprints of every stage of every pipeline that a program declares.</summary>
/// <remarks>
/// The promise is that two programs in which a stage can behave differently never give the stage one fingerprint. The walk is
/// class-hierarchy analysis where a declaration is the program's own, and rapid type analysis where it is the framework's
/// (Bacon and Sweeney, "Fast static analysis of C++ virtual function calls", OOPSLA 1996).
/// </remarks>
public static class Fingerprinter
{
    /// <summary>Part of every fingerprint: raise it when the walk changes what it counts.</summary>
    private const string Format = "mlops-fingerprint-2";

    /// <summary>Walks the program.</summary>
    /// <exception cref="ManifestException">A manifest does not describe the assembly.</exception>
    public static IReadOnlyList<PipelineFingerprints> Compute(ModuleSet modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var resolver = new Resolver(modules);
        IReadOnlyList<DeclaredPipeline> declared = [.. DeclaredPipeline.ReadAll(modules.Main, resolver), .. Hosted(modules, resolver)];
        if (declared.Count == 0)
        {
            return [];
        }

        var context = new WalkContext(resolver, declared);
        return [.. declared.Select(pipeline => Compute(context, pipeline))];
    }

    /// <summary>The pipelines of other projects, which a program runs after its own set-up.</summary>
    private static IEnumerable<DeclaredPipeline> Hosted(ModuleSet modules, Resolver resolver) =>
        modules.Main.EntryPoint.IsNil
            ? []
            : modules.Walked.Where(module => module != modules.Main).SelectMany(module => DeclaredPipeline.ReadAll(module, resolver));

    private static PipelineFingerprints Compute(WalkContext context, DeclaredPipeline pipeline)
    {
        var members = new PipelineMembers(pipeline.Type, context.Resolver);
        var stages = new List<StageFingerprint>(pipeline.Stages.Count);
        foreach (var stage in pipeline.Stages)
        {
            var walk = new StageWalk(context, members);
            walk.Run(stage);
            stages.Add(Describe(stage, walk));
        }

        var host = pipeline.Type.Module == context.Modules.Main ? null : context.Modules.Main.Name;
        return new(pipeline.Name, pipeline.Manifest, stages) { Host = host };
    }

    private static StageFingerprint Describe(DeclaredStage stage, StageWalk walk)
    {
        var parts = walk
            .Parts.Select(part => (part.Key, Symbol: new SymbolHash(part.Symbol, Convert.ToHexStringLower(part.Hash))))
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .ThenBy(part => part.Symbol.Hash, StringComparer.Ordinal)
            .ToArray();
        var packages = walk.Packages.Select(package => package.Identity).Order(StringComparer.Ordinal).ToArray();
        var writer = new CanonicalWriter();
        writer.Write(Format);
        writer.Write(parts.Length);
        foreach (var (key, symbol) in parts)
        {
            writer.Write(key);
            writer.Write(symbol.Hash);
        }

        writer.Write(packages.Length);
        foreach (var package in packages)
        {
            writer.Write(package);
        }

        return new(
            stage.Name,
            Convert.ToHexStringLower(writer.ToHash()),
            [.. walk.Parameters],
            [.. parts.Select(part => part.Symbol)],
            packages,
            [.. walk.Warnings]
        );
    }
}
