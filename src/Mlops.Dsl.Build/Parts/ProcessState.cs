namespace Mlops.Dsl.Build.Parts;

/// <summary>Knows which framework calls change what other framework calls of the process do.</summary>
internal static class ProcessState
{
    /// <summary>
    /// Stands for state that nearly all framework code depends on: the culture, the environment, switches, assembly resolution.
    /// </summary>
    public const string Everywhere = "*";

    private const string ExitCode = "System.Environment.ExitCode";

    private static readonly string[] Changes =
    [
        "set_",
        "add_",
        "remove_",
        "Set",
        "Add",
        "Remove",
        "Register",
        "Unregister",
        "Use",
        "Enable",
        "Disable",
    ];

    // Where something is written, or what a process says when it ends, is no stage's result.
    private static readonly HashSet<string> WithoutResult = new(StringComparer.Ordinal)
    {
        "System.AppDomain.add_UnhandledException",
        "System.AppDomain.add_ProcessExit",
        "System.AppDomain.add_DomainUnload",
        "System.AppDomain.add_FirstChanceException",
        "System.Console.add_CancelKeyPress",
        "System.Console.remove_CancelKeyPress",
        "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException",
        "System.Threading.Thread.set_IsBackground",
        "System.Threading.Thread.set_Priority",
    };

    // What these change, they are given.
    private static readonly HashSet<string> WorkOnArguments = new(StringComparer.Ordinal)
    {
        "System.Array",
        "System.Buffer",
        "System.GC",
        "System.Threading.Volatile",
        "System.Threading.Interlocked",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.InteropServices.CollectionsMarshal",
        "System.Runtime.InteropServices.Marshal",
        "System.Runtime.InteropServices.MemoryMarshal",
    };

    /// <summary>
    /// The framework type whose state a call changes; <see cref="Everywhere"/> where the whole framework depends on it; null for other
    /// calls.
    /// </summary>
    /// <param name="type">The type's full name.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="isStatic">Whether it has no receiver.</param>
    /// <param name="returnsNothing">Whether it returns nothing, or no more than whether it did something.</param>
    public static string? ChangedBy(string type, string member, bool isStatic, bool returnsNothing)
    {
        if (IsTracing(type) || (type == "System.Console" && ReadsInput(member)))
        {
            return type;
        }

        if (type == "System.Environment" && member.EndsWith("ExitCode", StringComparison.Ordinal))
        {
            return member == "set_ExitCode" ? ExitCode : null;
        }

        // What was left there may be an object, which whoever gets it can change.
        if (member == "GetData" && type is "System.AppContext" or "System.AppDomain" or "System.Threading.Thread")
        {
            return Everywhere;
        }

        if (
            !Array.Exists(Changes, prefix => member.StartsWith(prefix, StringComparison.Ordinal))
            || WithoutResult.Contains($"{type}.{member}")
        )
        {
            return null;
        }

        return type switch
        {
            "System.Environment"
            or "System.AppContext"
            or "System.AppDomain"
            or "System.IO.Directory"
            or "System.Threading.Thread"
            or "System.Runtime.Loader.AssemblyLoadContext"
            or "System.Runtime.InteropServices.NativeLibrary"
            or "System.ComponentModel.TypeDescriptor" => Everywhere,
            "System.Text.Encoding" when isStatic => Everywhere,
            _ when type.StartsWith("System.Globalization.", StringComparison.Ordinal) => Everywhere,
            _ when WorkOnArguments.Contains(type) || type.EndsWith("Extensions", StringComparison.Ordinal) => null,
            _ => isStatic && (returnsNothing || member.StartsWith("add_", StringComparison.Ordinal)) ? type : null,
        };
    }

    /// <summary>Whether a call prints to the console.</summary>
    public static bool Prints(string type, string member) =>
        type == "System.Console" && member.StartsWith("Write", StringComparison.Ordinal);

    /// <summary>Whether code that others left in the process may run in the call: a writer, a listener.</summary>
    public static bool MayRunListeners(string type) => type == "System.Console" || IsTracing(type);

    /// <summary>
    /// The state that a call may depend on: its type's, as <see cref="ChangedBy"/> names it; null for none. Printing and tracing depend on
    /// none: what is printed is no result.
    /// </summary>
    public static string? ReadBy(string type, string member, bool returnsNothing) =>
        type switch
        {
            "System.Object" => null,
            "System.Console" => Prints(type, member) || member.StartsWith("set_", StringComparison.Ordinal) ? null : type,
            "System.Environment" when member == "get_ExitCode" => ExitCode,
            _ => IsTracing(type) && returnsNothing ? null : type,
        };

    private static bool ReadsInput(string member) =>
        member is "get_In" or "OpenStandardInput" || member.StartsWith("Read", StringComparison.Ordinal);

    /// <summary>Whether the type traces, counts or listens to those that do.</summary>
    private static bool IsTracing(string type) =>
        type.StartsWith("System.Diagnostics.", StringComparison.Ordinal)
        && type
            is not (
                "System.Diagnostics.Stopwatch"
                or "System.Diagnostics.Process"
                or "System.Diagnostics.ProcessStartInfo"
                or "System.Diagnostics.FileVersionInfo"
                or "System.Diagnostics.StackTrace"
                or "System.Diagnostics.StackFrame"
                or "System.Diagnostics.UnreachableException"
                or "System.Diagnostics.Debugger"
            )
        && !type.EndsWith("Attribute", StringComparison.Ordinal);
}
