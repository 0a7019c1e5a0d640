using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>A pipeline to register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The C# type of its class.</param>
/// <param name="UsesWatching">Whether it has a schedule or effects, which the package Mlops.Dsl.Watching keeps and delivers.</param>
internal sealed record RegistrationModel(string Name, string Type, bool UsesWatching);

/// <summary>Writes the registration of an assembly's pipelines, which runs when the assembly is loaded.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(IEnumerable<RegistrationModel> pipelines)
    {
        var writer = GeneratedFile
            .Start()
            .Line()
            .Open("namespace Mlops.Dsl.Generated")
            .Summary("Registers the pipelines of this assembly, so that a program finds them without reflection.")
            .Line(Abi.GeneratedCode)
            .Open("internal static class PipelineRegistration")
            .Summary("Called by the runtime when the assembly is loaded. A definition is built when it is first asked for.")
            .Line("[global::System.Runtime.CompilerServices.ModuleInitializer]")
            .Open("internal static void Register()");
        var all = pipelines.ToList();
        if (all.Exists(static pipeline => pipeline.UsesWatching))
        {
            writer.Line($"{Abi.WatchingPackage}.Use();");
        }

        foreach (
            var pipeline in all.OrderBy(static pipeline => pipeline.Name, StringComparer.Ordinal)
                .ThenBy(static pipeline => pipeline.Type, StringComparer.Ordinal)
        )
        {
            writer.Line($"{Abi.PipelineCatalog}.Register({Literal.Text(pipeline.Name)}, static () => {pipeline.Type}.Definition);");
        }

        return writer.Close().Close().Close().ToString();
    }
}
