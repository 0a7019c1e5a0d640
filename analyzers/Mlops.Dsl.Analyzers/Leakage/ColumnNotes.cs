using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// What code says of columns that it names in texts, as ML.NET's does: which are features, which the label, which are made of which. Only
/// when all of it was seen can anybody tell whether a label is among the features. Not safe for concurrent use.
/// </summary>
internal sealed class ColumnNotes
{
    private readonly List<(ColumnName Column, string Method)> _features = [];
    private readonly List<(SchemaNames Columns, string Method)> _all = [];
    private readonly HashSet<(SyntaxNode? Member, string Name)> _labels = [];
    private readonly HashSet<(SyntaxNode? Member, string Output, string Input)> _made = [];
    private readonly HashSet<(SyntaxNode? Member, INamedTypeSymbol Sample)> _samples = [];
    private readonly HashSet<IPropertySymbol> _holders = new(SymbolEqualityComparer.Default);

    /// <summary>Notes a column that is a feature, and who says so.</summary>
    public void AddFeature(ColumnName column, string method) => _features.Add((column, method));

    /// <summary>Notes that all columns of a schema, or all of a type, are features, and who says so.</summary>
    public void AddAll(SchemaNames columns, string method) => _all.Add((columns, method));

    /// <summary>Notes that code in a member calls a column the label.</summary>
    public void AddLabel(SyntaxNode at, string name) => _labels.Add((Member(at), name));

    /// <summary>Notes that code in a member makes a column of another.</summary>
    public void AddMade(SyntaxNode at, string output, string input) => _made.Add((Member(at), output, input));

    /// <summary>Notes whose columns code in a member names.</summary>
    public void AddSample(SyntaxNode at, INamedTypeSymbol sample) => _samples.Add((Member(at), sample));

    /// <summary>Notes a property that was given the label of a row.</summary>
    public void AddHolder(IPropertySymbol property) => _holders.Add(property);

    /// <summary>The features that are the label, or made of it; all notes but those of properties are forgotten.</summary>
    public IReadOnlyList<(ColumnName Column, string Method)> Take()
    {
        if (_features.Count == 0 && _all.Count == 0)
        {
            return [];
        }

        var found = _features.Where(feature => IsLabel(feature.Column)).Concat(OfSchemas()).ToList();
        _features.Clear();
        _all.Clear();
        return found;
    }

    /// <summary>The labels among columns that nobody names.</summary>
    private IEnumerable<(ColumnName Column, string Method)> OfSchemas()
    {
        foreach (var (columns, method) in _all)
        {
            var type = Type(Member(columns.Syntax));
            if (
                _holders.FirstOrDefault(holder =>
                    columns.Include(holder.Type)
                    && _samples.Any(sample =>
                        Type(sample.Member) == type
                        && SymbolEqualityComparer.Default.Equals(sample.Sample.OriginalDefinition, holder.ContainingType)
                    )
                ) is
                { } label
            )
            {
                yield return (new ColumnName(ColumnOf(label), Type: null, columns.Syntax), method);
            }
        }
    }

    private bool IsLabel(ColumnName column)
    {
        var member = Member(column.Syntax);
        if (column.Type is { } type && _holders.Any(holder => holder.ContainingType.Name == type && holder.Name == column.Name))
        {
            return true;
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        labels.UnionWith(_labels.Where(label => label.Member == member).Select(static label => label.Name));
        if (labels.Count == 0)
        {
            labels.UnionWith(_labels.Where(label => Type(label.Member) == Type(member)).Select(static label => label.Name));
        }

        var samples = _samples
            .Where(sample => Type(sample.Member) == Type(member))
            .Select(static sample => sample.Sample.OriginalDefinition)
            .ToList();
        labels.UnionWith(
            _holders
                .Where(holder => samples.Exists(sample => SymbolEqualityComparer.Default.Equals(sample, holder.ContainingType)))
                .Select(ColumnOf)
        );

        // What is made of the label tells it, and what the label is made of is the label in another form.
        var made = _made.Where(pair => Type(pair.Member) == Type(member)).ToList();
        while (
            made.Exists(pair =>
                (labels.Contains(pair.Input) && labels.Add(pair.Output)) || (labels.Contains(pair.Output) && labels.Add(pair.Input))
            )
        ) { }

        return labels.Contains(column.Name);
    }

    /// <summary>The name of a property's column: its own, unless an attribute gives another.</summary>
    private static string ColumnOf(IPropertySymbol property) =>
        property
            .GetAttributes()
            .FirstOrDefault(static a => a.AttributeClass?.Name == "ColumnNameAttribute")
            ?.ConstructorArguments.FirstOrDefault()
            .Value as string
        ?? property.Name;

    private static MemberDeclarationSyntax? Member(SyntaxNode at) =>
        at.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not BaseTypeDeclarationSyntax);

    private static TypeDeclarationSyntax? Type(SyntaxNode? member) => member?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
