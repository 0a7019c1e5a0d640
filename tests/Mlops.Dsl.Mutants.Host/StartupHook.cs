using System.Reflection;
using Mlops.Dsl.Mutants.Host;

/// <summary>
/// Takes a test program over before its <c>Main</c>: instead of all tests once, it runs those that it is told to, as often as it is told
/// to.
/// </summary>
#pragma warning disable CA1050, MA0047 // The runtime looks for this very name, in no namespace.
public static class StartupHook
#pragma warning restore CA1050, MA0047
{
    /// <summary>Called by the runtime. What the tests start is no test program, and starts as usual.</summary>
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        if (Environment.GetEnvironmentVariable("MLOPS_MUTANTS_TESTS") is { Length: > 0 } assembly)
        {
            Environment.SetEnvironmentVariable("MLOPS_MUTANTS_TESTS", null);
            Serve(assembly);
            Environment.Exit(0);
        }
    }

    // A method of its own, so that nothing of the test framework is loaded into a program without one.
    private static void Serve(string assembly) => new TestServer(Assembly.LoadFrom(assembly)).ServeAsync().GetAwaiter().GetResult();
}
