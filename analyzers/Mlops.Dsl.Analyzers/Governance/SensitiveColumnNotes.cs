using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// What code says of columns that it names in texts, as ML.NET's does: which columns of which rows are personal or protected, which are
/// made of which, and which are features. Only when all of it was seen can anybody tell what is learned. Not safe for concurrent use.
/// </summary>
internal sealed class SensitiveColumnNotes
{
    private readonly HashSet<(SyntaxNode? Code, string Column, Mark Mark)> _sensitive = [];
    private readonly List<(ColumnName Column, string? Output, string Method)> _named = [];

    /// <summary>Notes a column of rows that code makes a view of.</summary>
    public void AddSensitive(SyntaxNode at, string column, Mark mark) => _sensitive.Add((Code(at), column, mark));

    /// <summary>Notes that a method makes a column of another; or, where it makes none, that it learns of the other.</summary>
    public void AddNamed(ColumnName column, string? output, string method) => _named.Add((column, output, method));

    /// <summary>The names of sensitive columns that are features, or that features are made of; what was named is forgotten.</summary>
    public IReadOnlyList<(ColumnName Column, string Method, Mark Mark)> Take()
    {
        if (_named.Count == 0)
        {
            return [];
        }

        var found = _named
            .Where(named => IsLearned(named.Output, Code(named.Column.Syntax)))
            .SelectMany(named =>
                _sensitive
                    .Where(column => column.Code == Code(named.Column.Syntax) && column.Column == named.Column.Name)
                    .Select(column => (named.Column, named.Method, column.Mark))
            )
            .ToList();
        _named.Clear();
        return found;
    }

    /// <summary>Whether a column is one of features, or one is made of it, however many steps later.</summary>
    private bool IsLearned(string? column, SyntaxNode? code)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string?>([column]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is null || Features.Are(next))
            {
                return true;
            }

            if (made.Add(next))
            {
                foreach (var step in _named.Where(step => step.Column.Name == next && Code(step.Column.Syntax) == code))
                {
                    pending.Push(step.Output);
                }
            }
        }

        return false;
    }

    private static TypeDeclarationSyntax? Code(SyntaxNode at) => at.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
