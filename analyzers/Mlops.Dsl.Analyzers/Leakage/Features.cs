using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Recognises features by what they are called and marked as, and whether the label is among them or beside them.</summary>
internal static class Features
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Feature",
        "Features",
        "Inputs",
        "Predictors",
        "Featurize",
        "Vectorize",
    };

    /// <summary>Whether a word of a name says features.</summary>
    public static bool IsWord(string word) => Names.Contains(word);

    /// <summary>Whether a name is that of features.</summary>
    public static bool Are(string name) => FittingNames.Words(name) is [.., var last] && IsWord(last);

    /// <summary>
    /// Whether a method makes a vector of numbers of one row with a label: <c>row.ToVector()</c>, or by whatever name in a class of
    /// features. What of a row is put into a vector, is put there for a model.
    /// </summary>
    public static bool IsVectorOf(IMethodSymbol method) =>
        ElementTypes.Of(method.ReturnType).ToList() is [{ SpecialType: SpecialType.System_Single or SpecialType.System_Double }]
        && method.ReturnType.SpecialType == SpecialType.None
        && (
            FittingNames.Words(method.Name) is [.., "Vector"]
            || FittingNames.Words(method.ContainingType.Name) is [.., "Vector" or "Vectors"]
            || Are(method.ContainingType.Name)
        )
        && method.Parameters.Select(static parameter => parameter.Type).Append(method.ContainingType).Count(HasLabel) == 1;

    /// <summary>Whether a type holds vectors of numbers, one for each row.</summary>
    public static bool AreVectors(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { Rank: 2, ElementType: var number } => IsNumber(number),
            IArrayTypeSymbol array => IsVector(array.ElementType),
            INamedTypeSymbol { IsTupleType: false, TypeArguments: [var element] } => IsVector(element),
            _ => false,
        };

    private static bool IsVector(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsNumber(array.ElementType),
            INamedTypeSymbol
            {
                IsTupleType: false,
                TypeArguments: [var element],
                OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T
            } => IsNumber(element),
            _ => false,
        };

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static bool HasLabel(ITypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>().Any(IsLabel);

    /// <summary>
    /// Whether features tell the label: rows and samples of the user's may hold both, and then the label is told only by what else is in
    /// them.
    /// </summary>
    /// <param name="value">The features; of a collection, its elements.</param>
    /// <param name="type">Their type.</param>
    /// <param name="isInput">Whether all of it goes into a model, so that a number in it is a feature, whatever it is called.</param>
    public static bool Tell(FlowValue value, ITypeSymbol? type, bool isInput)
    {
        var samples = type is null
            ? []
            : ElementTypes
                .Of(type)
                .Where(static t => t.SpecialType == SpecialType.None && t.Locations.Any(static l => l.IsInSource))
                .ToList();
        return value.Has(Mark.Label) && (samples.Count == 0 || samples.Exists(sample => TellsIn(sample, value, isInput)));
    }

    private static bool TellsIn(INamedTypeSymbol sample, FlowValue value, bool isInput)
    {
        var members = sample.GetMembers().OfType<IPropertySymbol>().Where(static p => !p.IsStatic && p.Name != "EqualityContract").ToList();
        var isRow = members.Exists(static member => IsFeature(member) || IsLabel(member));

        // What has the mark as a whole was made by a library: nobody can tell any more where in it the label is.
        return (value.Own & Mark.Label) == Mark.None
            ? members.Exists(member =>
                value.Member(member.Name).Has(Mark.Label)
                && (isRow ? IsFeature(member) && !IsLabel(member) : isInput || Are(member.Name) || IsMany(member.Type))
            )
            : !isRow;
    }

    private static bool IsFeature(IPropertySymbol member) => ColumnParser.Has(member, "Feature");

    private static bool IsLabel(IPropertySymbol member) => ColumnParser.Has(member, "Label");

    private static bool IsMany(ITypeSymbol type) =>
        type is IArrayTypeSymbol || (type.SpecialType == SpecialType.None && type.WithoutNullable().TypeKind != TypeKind.Enum);
}
