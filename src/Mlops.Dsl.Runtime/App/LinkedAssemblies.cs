using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Runtime.App;

/// <summary>
/// Makes the pipelines and services of referenced libraries a part of the program. They register themselves when their assembly is
/// loaded, and the runtime loads it when its code is first needed: after the command line was read.
/// </summary>
internal static class LinkedAssemblies
{
    private const string Language = "Mlops.Dsl";

    /// <summary>Loads what an assembly references, as far as it declares pipelines, and so on from there.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "What is compiled ahead of time has registered all of its pipelines when it started."
    )]
    public static void Register(Assembly? program)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Assembly>();
        if (program is not null && RuntimeFeature.IsDynamicCodeSupported)
        {
            waiting.Enqueue(program);
        }

        while (waiting.TryDequeue(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (assembly != program && !references.Any(static reference => reference.Name == Language))
            {
                continue;
            }

            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
            foreach (var reference in references.Where(reference => MayDeclare(reference.Name) && known.Add(reference.Name!)))
            {
                if (Load(reference) is { } loaded)
                {
                    waiting.Enqueue(loaded);
                }
            }
        }
    }

    /// <summary>Whether an assembly is neither the framework's nor the product's own: those declare none.</summary>
    private static bool MayDeclare(string? name) =>
        name is not (null or "mscorlib" or "netstandard" or "System" or Language)
        && !name.StartsWith("System.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && !name.StartsWith(Language + ".", StringComparison.Ordinal);

    private static Assembly? Load(AssemblyName reference)
    {
        try
        {
            return Assembly.Load(reference);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // Whoever needs it says so; what is not there declares nothing.
            return null;
        }
    }
}
