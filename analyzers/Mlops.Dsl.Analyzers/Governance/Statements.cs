using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Statements for a database, where they are constants: what they do, and which parameters they name.</summary>
internal static class Statements
{
    /// <summary>The text of the statement that a call of Dapper runs; null if it is no constant.</summary>
    public static string? Of(FlowCall call) =>
        call
            .Arguments.Select(static argument =>
                argument.Parameter.Name switch
                {
                    "sql" => argument.Operation,
                    "command" => (Texts.Unconverted(argument.Operation) as IObjectCreationOperation)
                        ?.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "commandText")
                        ?.Value,
                    _ => null,
                }
            )
            .FirstOrDefault(static text => text is not null)
            ?.ConstantValue
            is { HasValue: true, Value: string text }
            ? text
            : null;

    /// <summary>Whether a statement puts something into a database, rather than to ask for something or to delete it.</summary>
    public static bool Stores(string statement) =>
        Begins(statement, "insert") || Begins(statement, "update") || Begins(statement, "merge") || Begins(statement, "replace");

    /// <summary>Whether a statement only asks for something, or deletes it.</summary>
    public static bool StoresNothing(string statement) => Begins(statement, "select") || Begins(statement, "delete");

    /// <summary>Whether a statement has a parameter of a name: <c>@Email</c>, <c>:email</c>.</summary>
    public static bool Names(string statement, string parameter)
    {
        for (var at = 0; (at = statement.IndexOf(parameter, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += parameter.Length)
        {
            var end = at + parameter.Length;
            if (
                at > 0
                && statement[at - 1] is '@' or ':' or '$' or '?'
                && (end == statement.Length || !(char.IsLetterOrDigit(statement[end]) || statement[end] == '_'))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(string statement, string verb) => statement.TrimStart().StartsWith(verb, StringComparison.OrdinalIgnoreCase);
}
