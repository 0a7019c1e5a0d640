using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Analyzers.Infrastructure;

internal static class PartialTypes
{
    /// <summary>
    /// The type and its containing types that the generator can't add to, because no declaration of theirs says <c>partial</c>.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.SelfAndContainingTypes().Where(t => !t.Declarations(cancellationToken).Any(d => d.Modifiers.Any(SyntaxKind.PartialKeyword)));
}
