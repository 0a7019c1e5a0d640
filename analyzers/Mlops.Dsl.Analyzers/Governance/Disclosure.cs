using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>A call that lets people read what it is given.</summary>
/// <param name="Place">Where they read it, as a message says it: <c>a log</c>.</param>
/// <param name="IsKept">Whether it is data that is kept, such as a file, rather than words about what happens.</param>
/// <param name="Arguments">What they read.</param>
internal sealed record Disclosure(string Place, bool IsKept, IEnumerable<FlowArgument> Arguments)
{
    /// <summary>Whether it goes to another program, which secrets are there for.</summary>
    public bool IsSent { get; init; }

    /// <summary>Whether what people read is data, with all columns of a row, rather than a text that tells of it.</summary>
    public bool IsData => IsKept || IsSent;

    /// <summary>An object that was given what they read; null where the arguments are all.</summary>
    public FlowValue? Object { get; init; }

    private static readonly HashSet<string> Loggers = new(StringComparer.Ordinal) { "Serilog", "NLog", "log4net" };

    /// <summary>What a call discloses; null if it does not.</summary>
    public static Disclosure? Of(FlowCall call)
    {
        var method = call.Method;
        var type = method.ContainingType;
        return type is null ? null
            : method.MethodKind == MethodKind.Constructor ? OfConstructor(call, type)
            : type.IsInLanguage() ? OfLanguage(call, type.Name)
            : OfLibrary(call, method, type);
    }

    private static Disclosure? OfConstructor(FlowCall call, INamedTypeSymbol type) =>
        // What a constructor hands on to the one of its base was looked at where the exception is made.
        SensitiveValues.IsException(type)
            ? call.Operation is IInvocationOperation
                ? null
                : new("an exception's message", IsKept: false, call.Arguments)
            : type.Name == "StreamWriter" && IsIn(type.ContainingNamespace, "System", "IO")
                ? new("a file's name", IsKept: true, Named(call, "path"))
                : type.IsLanguageType("GateResult")
                    ? new("a gate's reason", IsKept: false, Named(call, "Reason"))
                    : null;

    private static Disclosure? OfLanguage(FlowCall call, string type) =>
        (type, call.Method.Name) switch
        {
            ("StageContext" or "DetachedStageContext", "LogMetric") => new("a metric's name", IsKept: false, Named(call, "name")),
            ("StageContext" or "DetachedStageContext", "ReportProgress") => new(
                "a progress message",
                IsKept: false,
                Named(call, "message")
            ),
            ("StageContext" or "DetachedStageContext", "CreateFile") => new("a file's name", IsKept: true, Named(call, "path")),
            ("GateResult", "Pass" or "Refuse") => new("a gate's reason", IsKept: false, Named(call, "reason")),
            ("GateResult", "AtLeast" or "AtMost") => new("a gate's reason", IsKept: false, Named(call, "name")),
            _ => null,
        };

    private static Disclosure? OfLibrary(FlowCall call, IMethodSymbol method, INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        switch (type.Name)
        {
            case "LoggerExtensions" or "ILogger" or "Logger" or "LoggerMessage" when IsIn(space, "Microsoft", "Extensions", "Logging"):
                return new(
                    "a log",
                    IsKept: false,
                    call.Arguments.Where(static a => a.Parameter.Type.Name is not ("ILogger" or "LogLevel" or "EventId"))
                );
            case "ILogger" or "Logger" or "ILog" or "Log" or "LoggerExtensions" when Loggers.Contains(Root(space)):
                return new("a log", IsKept: false, call.Arguments);
            case "Console" when IsIn(space, "System") && method.Name.StartsWith("Write", StringComparison.Ordinal):
            case "AnsiConsole" or "AnsiConsoleExtensions" when Root(space) == "Spectre":
                return new("the console", IsKept: false, call.Arguments);
            case "TextWriter"
            or "StreamWriter"
            or "Stream"
                when call.Instance?.Has(Mark.Console) == true
                    && !call.Instance.Has(Mark.File)
                    && method.Name.StartsWith("Write", StringComparison.Ordinal):
                return new("the console", IsKept: false, call.Arguments);
            case "Debug"
            or "Trace"
            or "TraceSource"
            or "Activity"
            or "TagList" when IsIn(space, "System", "Diagnostics") && !method.Name.StartsWith("Get", StringComparison.Ordinal):
                return new("a trace", IsKept: false, call.Arguments);
            // What takes it is seen where it is the user's own; rows are no words about what happens.
            case "IProgress"
            or "Progress"
                when IsIn(space, "System")
                    && method.Name is "Report" or "OnReport"
                    && !type.TypeArguments.Any(RowTypes.Hold)
                    && !call.Reach(method).Any():
                return new("a progress message", IsKept: false, call.Arguments);
            case "Counter" or "UpDownCounter" or "Histogram" or "Gauge" when IsIn(space, "System", "Diagnostics", "Metrics"):
                return new("a metric's tag", IsKept: false, call.Arguments.Where(static a => !Numbers.Are(a.Parameter.Type)));
            case "File" or "Directory" when IsIn(space, "System", "IO") && method.Name.StartsWith("Create", StringComparison.Ordinal):
                return new("a file's name", IsKept: true, Named(call, "path"));
            case "ZipArchive" when method.Name == "CreateEntry":
                return new("a file's name", IsKept: true, Named(call, "entryName"));
            case "File"
                when IsIn(space, "System", "IO")
                    && (
                        method.Name.StartsWith("Write", StringComparison.Ordinal)
                        || method.Name.StartsWith("Append", StringComparison.Ordinal)
                    ):
                return new("a file", IsKept: true, call.Arguments);
        }

        return FileDisclosure.Of(call) is { } written ? new("a file", IsKept: true, written)
            : call.Callee.IsLogger || IsLoggerDelegate(call)
                ? new(
                    "a log",
                    IsKept: false,
                    call.Arguments.Where(static a => a.Parameter.Type.Name is not ("ILogger" or "LogLevel" or "EventId"))
                )
            : SentDisclosure.Of(call);
    }

    /// <summary>
    /// What <c>LoggerMessage.Define</c> has made: a delegate that takes the logger first and an exception last, and whose code nobody sees.
    /// </summary>
    private static bool IsLoggerDelegate(FlowCall call) =>
        call
            is {
                Method.MethodKind: MethodKind.DelegateInvoke,
                Instance: null or { Functions.IsEmpty: true },
                Arguments: [{ Parameter.Type.Name: "ILogger" }, .., { Parameter.Type: var last }]
            }
        && SensitiveValues.IsException(last as INamedTypeSymbol);

    private static IEnumerable<FlowArgument> Named(FlowCall call, string parameter) =>
        call.Arguments.Where(argument => argument.Parameter.Name == parameter);

    private static bool IsIn(INamespaceSymbol? space, params string[] names)
    {
        for (var i = names.Length - 1; i >= 0; i--, space = space.ContainingNamespace)
        {
            if (space is null || space.Name != names[i])
            {
                return false;
            }
        }

        return space is { IsGlobalNamespace: true };
    }

    private static string Root(INamespaceSymbol space) =>
        space.ContainingNamespace is null or { IsGlobalNamespace: true } ? space.Name : Root(space.ContainingNamespace);
}
