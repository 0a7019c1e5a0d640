using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Tells which names are free in a type that the generator adds members to.</summary>
/// <param name="type">The type.</param>
/// <param name="added">The names that the generator adds to it as columns.</param>
internal sealed class RowNames(INamedTypeSymbol type, IReadOnlyList<string> added)
{
    /// <summary>Whether no member has a name, nor the type itself.</summary>
    public bool IsFree(string name)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.Name == name || declaring.GetMembers(name).Length > 0)
            {
                return false;
            }
        }

        return !added.Contains(name);
    }

    /// <summary>A name that is free: the wanted one, if possible.</summary>
    public string Free(string wish)
    {
        var name = wish;
        for (var i = 2; !IsFree(name); i++)
        {
            name = wish + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
