using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>A method marked as a stage, gate, publication, source, notice or start.</summary>
/// <param name="Method">The method; of a partial one, the declaring part.</param>
/// <param name="Roles">The attributes that mark it; more than one is a mistake.</param>
internal sealed record StageMethod(IMethodSymbol Method, ImmutableArray<AttributeData> Roles)
{
    /// <summary>The attribute of a role, if the method has it.</summary>
    public AttributeData? Role(INamedTypeSymbol? attribute) => Roles.FirstOrDefault(r => r.AttributeClass.Is(attribute));

    /// <summary>The attribute that makes the method a source, of whatever kind; null for what is none.</summary>
    public AttributeData? Source(KnownTypes types) => Role(types.Source) ?? Role(types.Served) ?? Role(types.FromPublished);

    /// <summary>The method as a stage; null if nothing marks it.</summary>
    public static StageMethod? Find(IMethodSymbol method, KnownTypes types)
    {
        var roles = method.GetAttributes().Where(a => types.MarksStage(a.AttributeClass)).ToImmutableArray();
        return roles.IsEmpty ? null : new(method, roles);
    }
}
