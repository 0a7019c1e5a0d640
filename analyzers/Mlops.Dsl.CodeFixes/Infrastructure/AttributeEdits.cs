using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Edits of attributes that keep the layout of the code.</summary>
internal static class AttributeEdits
{
    /// <summary>The attributes of a name on a member, as it is written: with or without <c>Attribute</c>.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(this MemberDeclarationSyntax member, string name) =>
        member.AttributeLists.SelectMany(static list => list.Attributes).Where(attribute => attribute.IsNamed(name));

    /// <summary>Whether the attribute is written by that name.</summary>
    public static bool IsNamed(this AttributeSyntax attribute, string name)
    {
        var written = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return written == name || written == name + "Attribute";
    }

    /// <summary>Parses an attribute.</summary>
    public static AttributeSyntax Parse(string attribute) =>
        SyntaxFactory.ParseCompilationUnit($"[assembly: {attribute}]").AttributeLists[0].Attributes[0];

    /// <summary>
    /// Adds an attribute to the list that has another one: <c>[Publish("x")]</c> becomes <c>[Publish("x"), When(nameof(Good))]</c>; to the
    /// first list if the other one is not there.
    /// </summary>
    public static T WithAttribute<T>(this T member, string attribute, string beside)
        where T : MemberDeclarationSyntax
    {
        var list = member.Attributes(beside).FirstOrDefault()?.Parent as AttributeListSyntax ?? member.AttributeLists[0];
        return member.ReplaceNode(list, list.WithAttributes(list.Attributes.Add(Parse(attribute).WithLeadingTrivia(SyntaxFactory.Space))));
    }

    /// <summary>Gives a named argument of an attribute a value, whether it has one or not.</summary>
    public static AttributeSyntax WithArgument(this AttributeSyntax attribute, string name, string value)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var argument = Parse($"A({name} = {value})").ArgumentList!.Arguments[0];
        var old = arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);
        var all = old is not null
            ? arguments.Replace(old, argument.WithTriviaFrom(old))
            : arguments.Add(arguments.Count == 0 ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space));
        return attribute.WithArgumentList(attribute.ArgumentList?.WithArguments(all) ?? SyntaxFactory.AttributeArgumentList(all));
    }

    /// <summary>Takes an attribute away, with its brackets if it is alone in them.</summary>
    public static Replacement? Removal(AttributeSyntax attribute)
    {
        var title = $"Remove [{attribute.Name}]";
        return attribute.Parent switch
        {
            AttributeListSyntax { Attributes.Count: > 1 } several => new(
                title,
                several,
                () => several.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!
            ),
            AttributeListSyntax { Parent: { } owner } single => new(title, owner, () => WithoutList(owner, single)),
            _ => null,
        };
    }

    private static SyntaxNode WithoutList(SyntaxNode owner, AttributeListSyntax list)
    {
        // What comes first keeps the doc comment and the indentation.
        var isFirst = owner.GetFirstToken() == list.GetFirstToken();
        var removed = owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return isFirst ? removed.WithLeadingTrivia(list.GetLeadingTrivia()) : removed;
    }
}
