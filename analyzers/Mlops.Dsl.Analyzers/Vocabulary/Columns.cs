using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>What attributes say of columns. Those of a positional record stand at its parameters.</summary>
internal static class Columns
{
    // Rows are shallow; types that contain their own kind have no end.
    private const int DeepestType = 5;

    /// <summary>Whether a column holds personal data.</summary>
    public static bool IsPersonal(this IPropertySymbol column) => column.Attribute("Pii") is not null;

    /// <summary>Whether decisions must not depend on a column.</summary>
    public static bool IsProtected(this IPropertySymbol column) => column.Attribute("Protected") is not null;

    /// <summary>An attribute of the language's on a property, or on the parameter that declares it; null if it has none.</summary>
    public static AttributeData? Attribute(this IPropertySymbol column, string name) =>
        column.Find(name) ?? (column.ContainingType.IsRecord ? DeclaringParameter(column)?.Find(name) : null);

    /// <summary>The parameter of a record's constructor that declares a property.</summary>
    private static IParameterSymbol? DeclaringParameter(IPropertySymbol column)
    {
        foreach (var constructor in column.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == column.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, column.Type))
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The columns of a type that a condition holds for, wherever in it they are: in rows of datasets, in elements, in members of members.
    /// </summary>
    public static IEnumerable<IPropertySymbol> In(ITypeSymbol type, Func<IPropertySymbol, bool> condition) =>
        In(type, condition, new(SymbolEqualityComparer.Default), 0);

    private static IEnumerable<IPropertySymbol> In(
        ITypeSymbol type,
        Func<IPropertySymbol, bool> condition,
        HashSet<ITypeSymbol> seen,
        int depth
    )
    {
        if (type is IArrayTypeSymbol array)
        {
            return In(array.ElementType, condition, seen, depth);
        }

        if (type is not INamedTypeSymbol named || type.SpecialType != SpecialType.None || depth == DeepestType || !seen.Add(type))
        {
            return [];
        }

        var own = IsFramework(named) ? [] : PropertiesOf(named).ToList();
        return own.Where(condition)
            .Concat(Held(named).SelectMany(argument => In(argument, condition, seen, depth + 1)))
            .Concat(own.SelectMany(property => In(property.Type, condition, seen, depth + 1)));
    }

    /// <summary>
    /// The type arguments that values of a type hold values of. A model's say what it is asked and answers; it holds neither. A profile
    /// counts the values of its rows, and of personal columns keeps no more than how many there are.
    /// </summary>
    private static ImmutableArray<ITypeSymbol> Held(INamedTypeSymbol type) =>
        type is { Name: "Model", Arity: 2 } or { Name: "Profile", Arity: 1 } && type.IsInLanguage()
            ? ImmutableArray<ITypeSymbol>.Empty
            : type.TypeArguments;

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property)
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>A type that has no columns of its own: the framework's, and the language's.</summary>
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" or "Microsoft" } || type.IsInLanguage();
    }
}
