using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>
/// How a row is made of its columns: like a decoded one, by the constructor that takes most of them, then by setting the others.
/// </summary>
/// <param name="Arguments">The positions of the columns that the constructor takes, in the order of its parameters.</param>
/// <param name="Initialized">The positions of the columns that are set after it.</param>
/// <param name="Problem">Why there is no way, in words that follow the type's name; otherwise null.</param>
internal sealed record RowCreation(EquatableArray<int> Arguments, EquatableArray<int> Initialized, string? Problem)
{
    /// <summary>The way for a type whose columns are the parameters of its primary constructor.</summary>
    public static RowCreation Positional(int columns) => new(Enumerable.Range(0, columns).ToEquatableArray(), default, null);

    /// <summary>Finds a way.</summary>
    /// <param name="row">The row type.</param>
    /// <param name="columns">Its columns. Those that it computes follow from the others.</param>
    /// <param name="canName">Whether generated code can name a member.</param>
    public static RowCreation Plan(INamedTypeSymbol row, IReadOnlyList<Column> columns, Func<ISymbol, bool> canName)
    {
        var given = Enumerable.Range(0, columns.Count).Where(position => !columns[position].Model.IsComputed).ToList();
        var members = given.Select(position => StateMember.Of(columns[position].Property, canChange: true, canName)).ToList();
        if (FindOtherRequired(row, members) is { } required)
        {
            return None($"has the required member '{required}', which is no column");
        }

        return ConstructorChoice.Find(row, members, member => canName(member) && !member.IsObsoleteError()) is { } choice
            ? new RowCreation(
                choice.Arguments.Select(position => given[position]).ToEquatableArray(),
                choice.Initialized.Select(position => given[position]).ToEquatableArray(),
                null
            )
            : None(ObjectPlanner.NoConstructor(members));
    }

    private static RowCreation None(string problem) => new(default, default, problem);

    /// <summary>A member that an object initializer has to set, and that no column gives a value.</summary>
    private static string? FindOtherRequired(INamedTypeSymbol row, List<StateMember> members) =>
        BasesOf(row)
            .SelectMany(static type => type.GetMembers())
            .FirstOrDefault(member =>
                member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }
                && !members.Exists(known => known.Name == member.Name)
            )
            ?.Name;

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol row)
    {
        for (var type = row; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            yield return type;
        }
    }
}
