using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Whether simple names mean the types that generated code wants them for, for all pipelines that see the same names: those of one
/// namespace whose files import the same. The compiler goes through everything that is imported to tell it of one name. Safe for concurrent
/// use.
/// </summary>
internal sealed class ScopeMeanings
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, ScopeMeanings>> Known = new();

    private readonly ConcurrentDictionary<(string Namespace, string Name), bool> _means = [];
    private readonly ConcurrentDictionary<string, (bool IsConstant, object? Value)> _constants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _isFree = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>
    /// What is known for a pipeline class. One in another class, with a base class, or beside types of its file alone, may see types that
    /// its neighbours do not.
    /// </summary>
    public static ScopeMeanings Of(
        Compilation compilation,
        TypeDeclarationSyntax declaration,
        INamedTypeSymbol pipeline,
        CancellationToken cancellationToken
    )
    {
        if (
            pipeline.ContainingType is not null
            || pipeline.TypeParameters.Length > 0
            || pipeline.BaseType is not { SpecialType: SpecialType.System_Object }
            || !pipeline.GetTypeMembers().IsEmpty
            || HasFileTypes(declaration.SyntaxTree.GetRoot(cancellationToken))
        )
        {
            return new ScopeMeanings();
        }

        var scope = new StringBuilder(pipeline.ContainingNamespace.ToDisplayString());
        for (SyntaxNode? node = declaration.Parent; node is not null; node = node.Parent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scope
                .Append('|')
                .Append(
                    node switch
                    {
                        BaseNamespaceDeclarationSyntax space => space.Name + "{" + space.Externs + space.Usings,
                        CompilationUnitSyntax unit => "{" + unit.Externs + unit.Usings,
                        _ => "",
                    }
                );
        }

        return Known
            .GetValue(compilation, static _ => new(StringComparer.Ordinal))
            .GetOrAdd(scope.ToString(), static _ => new ScopeMeanings());
    }

    private static bool HasFileTypes(SyntaxNode container) =>
        container switch
        {
            CompilationUnitSyntax unit => unit.Members.Any(HasFileTypes),
            BaseNamespaceDeclarationSyntax space => space.Members.Any(HasFileTypes),
            MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.FileKeyword),
            _ => false,
        };

    /// <summary>The full name of the class that an attribute's name means, where that was met before.</summary>
    public bool TryGetAttribute(string name, out string fullName) => _attributes.TryGetValue(name, out fullName);

    /// <summary>Remembers which class an attribute's name means.</summary>
    public void AddAttribute(string name, string fullName) => _attributes.TryAdd(name, fullName);

    /// <summary>The value of a member of a type, if it is a constant, which is found out when it is first asked for.</summary>
    public (bool IsConstant, object? Value) GetOrAddConstant(string member, Func<(bool IsConstant, object? Value)> find) =>
        _constants.GetOrAdd(member, _ => find());

    /// <summary>Whether a name means no type and no namespace, which is found out when it is first asked for.</summary>
    public bool IsFree(string name, Func<string, bool> find) => _isFree.GetOrAdd(name, find);

    /// <summary>Whether a name means a type, which is found out when it is first asked for.</summary>
    public bool GetOrAdd((string Namespace, string Name) type, Func<(string Namespace, string Name), bool> find) =>
        _means.GetOrAdd(type, find);
}
