using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Serving;

/// <summary>The services of the loaded assemblies. Generated module initializers register them: nothing is found by reflection.</summary>
public static class ServiceCatalog
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Lazy<ServiceDefinition>> Registered = new(StringComparer.Ordinal);

    /// <summary>The services, in ordinal order of their names.</summary>
    public static IReadOnlyList<ServiceDefinition> Services
    {
        get
        {
            lock (Gate)
            {
                return [.. Registered.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Value.Value)];
            }
        }
    }

    /// <summary>
    /// Adds a service, and to the program the verb <c>serve</c> and its part of <c>up</c>; its definition is built when it is first asked
    /// for.
    /// </summary>
    /// <param name="name">The service's name.</param>
    /// <param name="define">Builds the definition.</param>
    public static void Register(string name, Func<ServiceDefinition> define)
    {
        VerbCatalog.Register(ServeVerb.Definition);
        UpCatalog.Register(ServeVerb.Component);
        lock (Gate)
        {
            Registered[name] = new Lazy<ServiceDefinition>(define);
        }
    }
}
