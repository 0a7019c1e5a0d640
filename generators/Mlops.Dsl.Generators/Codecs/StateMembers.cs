using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// Finds what an object's state is made of, bases first. State that generated code can't reach is a reason to refuse the type: to leave it out would
/// lose data without a word.
/// </summary>
internal sealed class StateMembers(Func<ISymbol, bool> canName)
{
    private readonly List<StateMember> _members = [];

    /// <summary>The members, in declaration order.</summary>
    public IReadOnlyList<StateMember> Members => _members;

    /// <summary>Whether bodies decide what the state is: those in other parts of a type, which make fields of its primary constructor's parameters.</summary>
    public bool DependsOnBodies { get; private set; }

    /// <summary>Collects the members of a type and its bases.</summary>
    /// <returns>Why that is not the whole state, or null.</returns>
    public string? Collect(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } baseType)
        {
            if (Refusal.IsFrameworks(baseType))
            {
                return $"derives from '{baseType.Name}', whose state is not in its members";
            }

            if (Collect(baseType) is { } problem)
            {
                return problem;
            }
        }

        DependsOnBodies |= type.DeclaringSyntaxReferences.Length > 1 && type.InstanceConstructors.Any(IsPrimary);
        var isSource = type.DeclaringSyntaxReferences.Length > 0;
        var stored = new HashSet<ISymbol>(type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.AssociatedSymbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        foreach (var member in type.GetMembers())
        {
            var problem = member switch
            {
                { IsStatic: true } => null,
                IPropertySymbol property => Add(property, isSource ? stored.Contains(property) : IsStoredInMetadata(property)),
                IFieldSymbol { IsConst: false } field => Add(field),
                IEventSymbol { AddMethod: { } adder } when adder.IsImplicitlyDeclared || IsCompilers(adder) => Hidden("event", member.Name),
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private string? Add(IPropertySymbol property, bool isStored)
    {
        if (!isStored || property.IsIndexer || property.IsAbstract)
        {
            return null;
        }

        if (property.GetMethod is not { } getter || !canName(getter) || property.ExplicitInterfaceImplementations.Length > 0)
        {
            return Hidden("property", property.Name);
        }

        return property.IsObsoleteError() ? $"has the property '{property.Name}', which {ObsoleteErrors.Reason}" : Add(StateMember.Of(property, canName), property.IsOverride);
    }

    private string? Add(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is not null)
        {
            return null;
        }

        return field.IsFixedSizeBuffer || field.IsImplicitlyDeclared || !canName(field) ? Hidden("field", field.Name) : Add(StateMember.Of(field), isOverride: false);
    }

    private string? Add(StateMember member, bool isOverride)
    {
        var known = _members.FindIndex(other => other.Name == member.Name);
        if (known < 0)
        {
            _members.Add(member);
        }
        else if (isOverride)
        {
            _members[known] = member;
        }
        else
        {
            return $"hides the member '{member.Name}' of a base type, so that one of the two would be lost";
        }

        return null;
    }

    /// <summary>In metadata, private fields are not seen; the compiler marks the accessors of properties that it stores itself.</summary>
    private static bool IsStoredInMetadata(IPropertySymbol property) =>
        property is { GetMethod: { } getter, SetMethod: var setter } && (setter is not null || IsCompilers(getter));

    private static bool IsCompilers(IMethodSymbol method) => method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static string Hidden(string kind, string name) =>
        $"has the {kind} '{name}', which only itself can read: make it a public property, or name a codec with [ArtifactCodec]";
}
