using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Services;

/// <summary>A service to register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The C# type of its class.</param>
internal sealed record ServiceRegistrationModel(string Name, string Type);

/// <summary>Writes the registration of an assembly's services, which runs when the assembly is loaded.</summary>
internal static class ServiceRegistrationEmitter
{
    public static string Emit(IEnumerable<ServiceRegistrationModel> services)
    {
        var writer = GeneratedFile
            .Start()
            .Line()
            .Open("namespace Mlops.Dsl.Generated")
            .Summary("Registers the services of this assembly, so that a program finds them without reflection.")
            .Line(Abi.GeneratedCode)
            .Open("internal static class ServiceRegistration")
            .Summary("Called by the runtime when the assembly is loaded. A definition is built when it is first asked for.")
            .Line("[global::System.Runtime.CompilerServices.ModuleInitializer]")
            .Open("internal static void Register()");
        foreach (
            var service in services
                .OrderBy(static service => service.Name, StringComparer.Ordinal)
                .ThenBy(static service => service.Type, StringComparer.Ordinal)
        )
        {
            writer.Line(
                $"global::Mlops.Dsl.Serving.ServiceCatalog.Register({Literal.Text(service.Name)}, static () => {service.Type}.Definition);"
            );
        }

        return writer.Close().Close().Close().ToString();
    }
}
