using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

/// <summary>Numbers the mutants of a library and writes the condition that turns one on.</summary>
public sealed partial class MutantList
{
    /// <summary>Marks the syntax that belongs to one mutant, so that a compiler error in it tells which.</summary>
    public const string Annotation = "mutant";

    private readonly List<Mutant> _all = [];
    private readonly HashSet<string> _left;

    /// <param name="left">What no mutant is made of again: those that did not compile, by <see cref="Key"/>.</param>
    public MutantList(HashSet<string> left) => _left = left;

    /// <summary>All mutants so far, in the order of their numbers.</summary>
    public IReadOnlyList<Mutant> All => _all;

    /// <summary>What stays the same of a mutant when others are left out.</summary>
    public static string Key(Mutant mutant) => $"{mutant.File}:{mutant.Line}:{mutant.Kind}:{mutant.Before}:{mutant.After}";

    /// <summary>Makes a mutant of a node, unless it was one that did not compile.</summary>
    /// <returns>Its number.</returns>
    internal int? Add(MutantKind kind, SyntaxNode node, string after)
    {
        var span = node.GetLocation().GetLineSpan();
        var mutant = new Mutant(
            _all.Count + 1,
            kind,
            node.SyntaxTree.FilePath,
            span.StartLinePosition.Line + 1,
            MemberOf(node),
            OneLine(node.ToString()),
            OneLine(after),
            node.SyntaxTree.GetText().Lines[span.StartLinePosition.Line].ToString().Trim(),
            IsStatic(node)
        );
        if (_left.Contains(Key(mutant)))
        {
            return null;
        }

        _all.Add(mutant);
        return mutant.Id;
    }

    /// <summary>The condition that holds where a mutant is the program.</summary>
    internal static ExpressionSyntax Is(int mutant) => SyntaxFactory.ParseExpression($"global::MlopsMutants.Is({mutant})");

    /// <summary>A mark for a node of a mutant.</summary>
    internal static SyntaxAnnotation Mark(int mutant) =>
        new(Annotation, mutant.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The member that a node of a tree, mutated or not, belongs to.</summary>
    internal static string MemberOf(SyntaxNode node)
    {
        var member = node.AncestorsAndSelf()
            .FirstOrDefault(static parent => parent is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax);
        var type = node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault();
        var place = member is null
            ? -1
            : type?.ChildNodes().OfType<MemberDeclarationSyntax>().ToList().IndexOf((MemberDeclarationSyntax)member) ?? -1;
        return $"{type?.Identifier.Text}.{place}";
    }

    private static bool IsStatic(SyntaxNode node) =>
        node.Ancestors()
            .Any(static parent =>
                (parent is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.StaticKeyword))
                || (
                    parent is PropertyDeclarationSyntax { Initializer: not null } property
                    && property.Modifiers.Any(SyntaxKind.StaticKeyword)
                )
                || (parent is ConstructorDeclarationSyntax constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
            );

    private static string OneLine(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
