using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Recognises code that tells somebody something, and changes nothing: a log, the console, a metric.</summary>
internal static class Telling
{
    private const int DeepestCall = 4;

    /// <summary>Whether a call only tells.</summary>
    public static bool Is(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.ContainingType switch
        {
            { Name: "LoggerExtensions" or "ILogger" or "Logger" or "Log" or "ILog" } => true,
            { Name: "Console" or "Trace" or "TextWriter" } => method.Name.StartsWith("Write", StringComparison.Ordinal),
            { Name: "Debug" } => method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name == "Print",
            { Name: "StageContext" or "DetachedStageContext" } type => type.IsInLanguage()
                && method.Name is "LogMetric" or "ReportProgress",
            _ => method.ReturnsVoid && method.GetAttributes().Any(static a => a.AttributeClass?.Name == "LoggerMessageAttribute"),
        };
    }

    /// <summary>Whether nothing happens in a branch but telling; so it is in one that is not there.</summary>
    public static bool IsAll(IOperation? branch, CancellationToken cancellationToken) => IsAll(branch, 0, cancellationToken);

    private static bool IsAll(IOperation? branch, int depth, CancellationToken cancellationToken) =>
        branch switch
        {
            null or IEmptyOperation => true,
            IBlockOperation block => block.Operations.All(step => IsAll(step, depth, cancellationToken)),
            IExpressionStatementOperation statement => IsAll(statement.Operation, depth, cancellationToken),
            IAwaitOperation awaited => IsAll(awaited.Operation, depth, cancellationToken),
            IReturnOperation { ReturnedValue: null, IsImplicit: true } => true,
            IConditionalOperation { Type: null } choice => IsAll(choice.WhenTrue, depth, cancellationToken)
                && IsAll(choice.WhenFalse, depth, cancellationToken),
            IInvocationOperation call => Is(call)
                || (
                    depth < DeepestCall
                    && call.TargetMethod.ReturnsVoid
                    && CalledBody.Of(call, cancellationToken) is { } body
                    && IsAll(body, depth + 1, cancellationToken)
                ),
            _ => false,
        };
}
