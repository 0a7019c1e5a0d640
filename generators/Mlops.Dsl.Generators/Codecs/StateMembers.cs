using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.State;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// Finds what an object's state is made of, bases first. State that generated code can't reach is a reason to refuse the type: to leave it
/// out would lose data without a word.
/// </summary>
internal sealed class StateMembers(Func<ISymbol, bool> canName)
{
    private readonly List<StateMember> _members = [];

    /// <summary>The members, in declaration order.</summary>
    public IReadOnlyList<StateMember> Members => _members;

    /// <summary>
    /// Whether bodies decide what the state is: those in other parts of a type, which make fields of its primary constructor's parameters.
    /// </summary>
    public bool DependsOnBodies { get; private set; }

    /// <summary>Collects the members of a type and its bases.</summary>
    /// <returns>Why that is not the whole state, or null.</returns>
    public string? Collect(INamedTypeSymbol type) => Collect(type, isBase: false);

    private string? Collect(INamedTypeSymbol type, bool isBase)
    {
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } baseType)
        {
            if (Refusal.IsFrameworks(baseType))
            {
                return $"derives from '{baseType.Name}', whose state is not in its members";
            }

            if (Collect(baseType, isBase: true) is { } problem)
            {
                return problem;
            }
        }

        DependsOnBodies |= type.DeclaringSyntaxReferences.Length > 1 && type.InstanceConstructors.Any(IsPrimary);
        return StoredState.Of(type) is { } parts
            ? parts.Select(Add).FirstOrDefault(static problem => problem is not null)
            : (isBase ? $"derives from '{type.Name}', a " : "is a ") + Unknown(type);
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private string? Add(StoredPart part) =>
        part.Symbol switch
        {
            IPropertySymbol property
                when property.GetMethod is { } getter && canName(getter) && property.ExplicitInterfaceImplementations.IsEmpty =>
                property.IsObsoleteError()
                    ? $"has the property '{property.Name}', which {ObsoleteErrors.Reason}"
                    : Add(StateMember.Of(property, part.CanChange, canName)),
            IFieldSymbol { IsFixedSizeBuffer: false } field when canName(field) => Add(StateMember.Of(field)),
            _ => Hidden(part),
        };

    private string? Add(StateMember member)
    {
        if (_members.Exists(other => other.Name == member.Name))
        {
            return $"{(member.Symbol.IsOverride ? "overrides" : "hides")} the member '{member.Name}' of a base type, which holds a value "
                + $"of its own, "
                + "so that one of the two would be lost";
        }

        _members.Add(member);
        return null;
    }

    private static string Hidden(StoredPart part)
    {
        var kind = part.Kind == PartKind.Parameter ? "captured parameter" : part.Kind.ToString().ToLowerInvariant();
        var reader = part.IsInternal ? "its own assembly" : "itself";
        return $"has the {kind} '{part.Name}', which only {reader} can read: make it a public property, or name a codec with "
            + $"[ArtifactCodec]";
    }

    private static string Unknown(INamedTypeSymbol type) =>
        $"{(type.IsRecord ? "record" : "class")} of '{type.ContainingAssembly.Name}', of which the compiler is given the reference "
        + $"assembly alone: "
        + "what only the type itself can read is not in it, and would be lost. "
        + "Let the compiler see the assembly itself (CompileUsingReferenceAssemblies=false for projects), or copy what is needed into "
        + "a record";
}
