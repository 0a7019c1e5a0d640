namespace Mlops.Dsl.Build.Parts;

/// <summary>Knows which framework calls change what other framework calls of the process do.</summary>
internal static class ProcessState
{
    /// <summary>Stands for state that nearly all framework code depends on: the culture, the environment, switches, assembly resolution.</summary>
    public const string Everywhere = "*";

    private static readonly string[] Changes = ["set_", "add_", "remove_", "Set", "Add", "Remove", "Register", "Unregister", "Use", "Enable", "Disable"];

    // Where something is written, or what a process says when it ends, is no stage's result.
    private static readonly HashSet<string> WithoutResult = new(StringComparer.Ordinal)
    {
        "System.Environment.set_ExitCode", "System.AppDomain.add_UnhandledException", "System.AppDomain.add_ProcessExit", "System.AppDomain.add_DomainUnload",
        "System.AppDomain.add_FirstChanceException", "System.Console.add_CancelKeyPress", "System.Console.remove_CancelKeyPress",
        "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException", "System.Threading.Thread.set_IsBackground", "System.Threading.Thread.set_Priority",
    };

    // What these change, they are given.
    private static readonly HashSet<string> WorkOnArguments = new(StringComparer.Ordinal)
    {
        "System.Array", "System.Buffer", "System.GC", "System.Threading.Volatile", "System.Threading.Interlocked", "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.MemoryMarshal",
    };

    /// <summary>The framework type whose state a call changes; <see cref="Everywhere"/> where the whole framework depends on it; null for other calls.</summary>
    /// <param name="type">The type's full name.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="isStatic">Whether it has no receiver.</param>
    /// <param name="returnsVoid">Whether it returns nothing.</param>
    public static string? ChangedBy(string type, string member, bool isStatic, bool returnsVoid)
    {
        if (!Array.Exists(Changes, prefix => member.StartsWith(prefix, StringComparison.Ordinal)) || WithoutResult.Contains($"{type}.{member}"))
        {
            return null;
        }

        return type switch
        {
            "System.Environment" or "System.AppContext" or "System.AppDomain" or "System.IO.Directory" or "System.Threading.Thread"
                or "System.Runtime.Loader.AssemblyLoadContext" or "System.Runtime.InteropServices.NativeLibrary" or "System.ComponentModel.TypeDescriptor" => Everywhere,
            "System.Globalization.CultureInfo" or "System.Text.Encoding" when isStatic => Everywhere,
            _ when WorkOnArguments.Contains(type) || type.EndsWith("Extensions", StringComparison.Ordinal) => null,
            _ => isStatic && (returnsVoid || member.StartsWith("add_", StringComparison.Ordinal)) ? type : null,
        };
    }

    /// <summary>Whether a call may depend on what the set-up changed of its type. Writing to the console does not: what is printed is no result.</summary>
    public static bool MayDependOnState(string type, string member) =>
        type != "System.Object" && (type != "System.Console" || !(member.StartsWith("Write", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal)));
}
