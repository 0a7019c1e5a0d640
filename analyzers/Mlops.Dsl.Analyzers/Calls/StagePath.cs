using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>How a stage gets to a member that it executes.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Calls">What is called on the way, the member last; empty for the stage's own body.</param>
internal sealed record StagePath(StageMethod Stage, ImmutableArray<ISymbol> Calls)
{
    private const int LongestShown = 4;

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeExplicitInterface
    );

    /// <summary>
    /// The stage as a sentence about it begins: <c>Stage 'Fit'</c>, or <c>Stage 'Fit', through 'Trainer.Fit' and 'Disk.Save',</c>.
    /// </summary>
    public string Describe(KnownTypes types)
    {
        var kind =
            Stage.Role(types.Gate) is not null ? "Gate"
            : Stage.Source(types) is not null ? "Source"
            : Stage.Role(types.Publish) is not null ? "Publication"
            : "Stage";
        var calls = Calls.Where(static call => call is not INamedTypeSymbol).ToList();
        return calls.Count == 0 ? $"{kind} '{Stage.Method.Name}'" : $"{kind} '{Stage.Method.Name}', through {Shown(calls)},";
    }

    /// <summary>What is called on a way, as a sentence names it; of a long one, the ends.</summary>
    public static string Shown(IEnumerable<ISymbol> calls)
    {
        var names = calls.Select(Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= LongestShown ? names.Quoted() : $"'{names[0]}', … '{names[names.Count - 2]}' and '{names[names.Count - 1]}'";
    }

    private static string Name(ISymbol member) =>
        member switch
        {
            IMethodSymbol { AssociatedSymbol: { } property } => property.ToDisplayString(Format),
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "new " + member.ContainingType.Name,
            _ => member.ToDisplayString(Format),
        };
}
