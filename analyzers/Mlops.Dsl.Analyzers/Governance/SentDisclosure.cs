using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Recognises what is sent away: in the address or the body of a request to another service, and in statements that put something into a
/// database. A secret is what such a one is asked with, and is not looked at.
/// </summary>
internal static class SentDisclosure
{
    private static readonly string[] Requests = ["Get", "Post", "Put", "Patch", "Delete", "Send", "Upload", "Download"];

    /// <summary>What a call sends; null if it sends nothing.</summary>
    public static Disclosure? Of(FlowCall call)
    {
        var method = call.Method;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension) || method.Locations.Any(static l => l.IsInSource))
        {
            return null;
        }

        return IsRequest(method) ? new("a request to another service", IsKept: false, call.Arguments) { IsSent = true }
            : method is { Name: "Start", ContainingType.Name: "Process" } && IsOfDiagnostics(method.ContainingType)
                ? new("what another program is started with", IsKept: false, call.Arguments) { IsSent = true, Object = call.Instance }
            : IsDapper(method.ContainingType) ? OfDapper(call, method.Name)
            : IsCommand(method) && call.Instance is { } command ? new("a database", IsKept: true, []) { IsSent = true, Object = command }
            : null;
    }

    private static bool IsRequest(IMethodSymbol method) =>
        IsClient(method.ContainingType) && Array.Exists(Requests, name => method.Name.StartsWith(name, StringComparison.Ordinal));

    private static bool IsClient(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (
                current.Name is "HttpMessageInvoker" or "HttpClientJsonExtensions" or "WebClient" or "WebSocket" or "Socket" or "SmtpClient"
                && IsOfNet(current)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfNet(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } space
        && (space == "System.Net" || space.StartsWith("System.Net.", StringComparison.Ordinal));

    private static bool IsOfDiagnostics(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "System.Diagnostics";

    private static bool IsDapper(INamedTypeSymbol type) =>
        type is { Name: "SqlMapper", ContainingNamespace: { Name: "Dapper", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>What Dapper writes: of a query, only where its statement says that it does.</summary>
    private static Disclosure? OfDapper(FlowCall call, string name)
    {
        var statement = Statements.Of(call);
        var stores = name.StartsWith("Execute", StringComparison.Ordinal)
            ? statement is null || !Statements.StoresNothing(statement)
            : name.StartsWith("Query", StringComparison.Ordinal) && statement is not null && Statements.Stores(statement);
        return stores
            ? new("a database", IsKept: true, call.Arguments.Where(static argument => argument.Parameter.Name != "cnn").Select(Parameters))
            {
                IsSent = true,
            }
            : null;
    }

    /// <summary>Of a command that is made on the spot, what its statement is given.</summary>
    private static FlowArgument Parameters(FlowArgument argument) =>
        Texts.Unconverted(argument.Operation) is IObjectCreationOperation { Type.Name: "CommandDefinition" } command
        && command.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "parameters")?.Value is { } parameters
        && !argument.Value.Member("CommandText").Has(Mark.Confidential)
            ? argument with
            {
                Operation = parameters,
                Value = argument.Value.Member("Parameters"),
            }
            : argument;

    private static bool IsCommand(IMethodSymbol method) =>
        method.Name is "ExecuteNonQuery" or "ExecuteNonQueryAsync"
        && method.ContainingNamespace.ToDisplayString() is { } space
        && (
            space == "System.Data"
            || space.StartsWith("System.Data.", StringComparison.Ordinal)
            || method.ContainingType.BaseType?.Name == "DbCommand"
        );
}
