using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Recognises calls that bring in rows from outside of the pipeline: from a database, or as objects from the web.</summary>
internal static class OutsideRows
{
    /// <summary>Whether what a method gives are such rows.</summary>
    public static bool Are(IMethodSymbol method) =>
        method.ContainingType switch
        {
            { Name: "SqlMapper", ContainingNamespace: { Name: "Dapper", ContainingNamespace.IsGlobalNamespace: true } } => method.Name
                is "Query"
                    or "QueryAsync"
                    or "QueryUnbufferedAsync"
                    or "QueryMultiple"
                    or "QueryMultipleAsync"
                    or "ExecuteReader"
                    or "ExecuteReaderAsync",
            { Name: "HttpClientJsonExtensions" } => method.Name is "GetFromJsonAsync" or "GetFromJsonAsAsyncEnumerable",
            { } type => method.Name is "ExecuteReader" or "ExecuteReaderAsync"
                && type.ContainingNamespace.ToDisplayString() is "System.Data" or "System.Data.Common",
            _ => false,
        };
}
