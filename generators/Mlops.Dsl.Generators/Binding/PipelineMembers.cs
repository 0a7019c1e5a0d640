using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>The members of a pipeline class that have a meaning, in declaration order.</summary>
internal sealed class PipelineMembers
{
    private readonly Dictionary<IPropertySymbol, MemberAttributes> _attributes = new(SymbolEqualityComparer.Default);

    private readonly AttributeReader _reader;

    private PipelineMembers(AttributeReader reader) => _reader = reader;

    /// <summary>The stages' methods.</summary>
    public List<IMethodSymbol> Methods { get; } = [];

    public List<StageDeclaration> Stages { get; } = [];

    /// <summary>The parameters and secrets.</summary>
    public List<IPropertySymbol> Properties { get; } = [];

    /// <summary>The parameters alone.</summary>
    public List<IPropertySymbol> Parameters { get; } = [];

    /// <summary>The properties with <c>[Window]</c>: one, unless something is wrong.</summary>
    public List<IPropertySymbol> Windows { get; } = [];

    /// <summary>Reads a pipeline class.</summary>
    public static PipelineMembers Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var reader = new AttributeReader(type, compilation, cancellationToken);
        var members = new PipelineMembers(reader);
        foreach (var member in Ordered(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when StageDeclaration.Read(method, reader) is { } stage:
                    stage.Index = members.Stages.Count;
                    members.Methods.Add(method);
                    members.Stages.Add(stage);
                    break;
                case IPropertySymbol property:
                    members.Add(property, reader.Read(property));
                    break;
            }
        }

        return members;
    }

    /// <summary>The attributes of a parameter or secret.</summary>
    public MemberAttributes AttributesOf(IPropertySymbol property) => _attributes[property];

    /// <summary>What names mean in a part of the class.</summary>
    public ScopeMeanings ScopeOf(TypeDeclarationSyntax part) => _reader.ScopeOf(part);

    private void Add(IPropertySymbol property, MemberAttributes attributes)
    {
        var isParameter = attributes.Has("Parameter");
        if (isParameter)
        {
            Parameters.Add(property);
        }

        var isWindow = attributes.Has("Window");
        if (isWindow)
        {
            Windows.Add(property);
        }

        if (isParameter || isWindow || attributes.Has("Secret"))
        {
            Properties.Add(property);
            _attributes.Add(property, attributes);
        }
    }

    /// <summary>
    /// The members by file and position: a class may lie in several files, and the order in which the compiler gets those means nothing.
    /// </summary>
    private static IEnumerable<ISymbol> Ordered(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(static member => !member.IsImplicitlyDeclared && member is IMethodSymbol or IPropertySymbol)
            .Select(static member => (Member: member, Location: member.Locations.FirstOrDefault()))
            .OrderBy(static entry => entry.Location?.SourceTree?.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(static entry => entry.Location?.SourceSpan.Start ?? 0)
            .ThenBy(static entry => entry.Member.Name, StringComparer.Ordinal)
            .Select(static entry => entry.Member);
}
