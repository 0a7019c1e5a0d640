using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises calls that tell people what happens, and keep nothing: logs, traces, metrics, progress and the console.</summary>
internal static class Telemetry
{
    /// <summary>Whether an operation is such a call.</summary>
    public static bool Takes(IOperation call)
    {
        if (call is not IInvocationOperation { TargetMethod: { } method } invocation)
        {
            return false;
        }

        var type = method.ContainingType;
        var space = type.ContainingNamespace;
        return space.Is("Microsoft.Extensions.Logging")
            || space.Is("System.Diagnostics")
            || space.Is("System.Diagnostics.Metrics")
            || space.Is("Spectre.Console")
            || (type.Name == "Console" && space.Is("System"))
            || (type is { Name: "IProgress", Arity: 1 } && space.Is("System"))
            || IsConsole(invocation.Instance)
            || method.GetAttributes().Any(static a => a.AttributeClass?.Name == "LoggerMessageAttribute")
            || (
                method.Name is "LogMetric" or "ReportProgress"
                && type.BaseTypesAndSelf().Any(static t => t.Name == "StageContext" && t.ContainingNamespace.Is("Mlops.Dsl"))
            );
    }

    private static bool IsConsole(IOperation? writer) =>
        writer is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: { Name: "Console" } console } }
        && console.ContainingNamespace.Is("System");
}
