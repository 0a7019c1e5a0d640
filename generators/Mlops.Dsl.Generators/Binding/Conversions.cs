using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Which output can feed which parameter: C#'s implicit identity, reference, boxing and nullable (<c>T</c> to <c>T?</c>) conversions.
/// Numeric and user-defined ones are left out, because an artifact that changes its value on the way between two stages is no longer the
/// artifact that was stored.
/// </summary>
internal sealed class Conversions(Compilation compilation)
{
    private readonly Dictionary<(ITypeSymbol From, ITypeSymbol To), bool> _known = new(PairComparer.Instance);

    /// <summary>Whether a value of one type can be passed as the other.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol to)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return true;
        }

        if (!_known.TryGetValue((from, to), out var converts))
        {
            converts = Classify(from, to);
            _known.Add((from, to), converts);
        }

        return converts;
    }

    /// <summary><c>IReadOnlyList</c> of a type.</summary>
    public ITypeSymbol ListOf(ITypeSymbol element) =>
        compilation
            .GetSpecialType(SpecialType.System_Collections_Generic_IReadOnlyList_T)
            .Construct(ImmutableArray.Create(element), ImmutableArray.Create(element.NullableAnnotation));

    /// <summary>The element type of a type that is an <c>IReadOnlyList&lt;T&gt;</c> in exactly one way; otherwise null.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? array.ElementType : null;
        }

        var lists = type.AllInterfaces.Where(IsList).ToList();
        if (type is INamedTypeSymbol named && IsList(named))
        {
            lists.Add(named);
        }

        return lists.Count == 1 ? lists[0].TypeArguments[0] : null;
    }

    private static bool IsList(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyList_T;

    private bool Classify(ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = compilation.ClassifyConversion(from, to);
        return conversion.IsImplicit
            && !conversion.IsUserDefined
            && (
                conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing || (conversion.IsNullable && IsNullableOf(from, to))
            );
    }

    private static bool IsNullableOf(ITypeSymbol from, ITypeSymbol to) =>
        to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], from);

    private sealed class PairComparer : IEqualityComparer<(ITypeSymbol From, ITypeSymbol To)>
    {
        public static PairComparer Instance { get; } = new();

        public bool Equals((ITypeSymbol From, ITypeSymbol To) x, (ITypeSymbol From, ITypeSymbol To) y) =>
            SymbolEqualityComparer.Default.Equals(x.From, y.From) && SymbolEqualityComparer.Default.Equals(x.To, y.To);

        public int GetHashCode((ITypeSymbol From, ITypeSymbol To) pair) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(pair.From) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.To));
    }
}
