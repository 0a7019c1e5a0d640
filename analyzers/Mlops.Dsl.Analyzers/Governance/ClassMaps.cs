using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Class maps of CsvHelper: <c>csv.Context.RegisterClassMap&lt;PublicColumns&gt;()</c> writes what the map's constructor maps, and no other
/// column.
/// </summary>
internal static class ClassMaps
{
    /// <summary>Whether the maps that a type registers leave a column out.</summary>
    public static bool LeaveOut(IPropertySymbol column, TypeDeclarationSyntax registering)
    {
        var maps = registering
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(Registered)
            .OfType<string>()
            .SelectMany(name => Find(column.ContainingAssembly.GlobalNamespace, name))
            .Where(map => Maps(map, column.ContainingType))
            .ToList();
        return maps.Count > 0 && maps.TrueForAll(map => LeavesOut(map, column.Name));
    }

    /// <summary>The name of the map that a call registers; null if it registers none.</summary>
    private static string? Registered(InvocationExpressionSyntax call) =>
        Name(call) is not ("RegisterClassMap", var name) ? null
        : name is GenericNameSyntax { TypeArgumentList.Arguments: [var map] } ? Last(map)
        : call.ArgumentList.Arguments is not [{ Expression: var argument }] ? null
        : argument switch
        {
            ObjectCreationExpressionSyntax creation => Last(creation.Type),
            TypeOfExpressionSyntax { Type: var type } => Last(type),
            _ => null,
        };

    private static string? Last(TypeSyntax type) =>
        type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => null,
        };

    private static IEnumerable<INamedTypeSymbol> Find(INamespaceOrTypeSymbol space, string name) =>
        space
            .GetTypeMembers(name)
            .Concat(
                space
                    .GetMembers()
                    .OfType<INamespaceOrTypeSymbol>()
                    .Where(static inner => inner is INamespaceSymbol || inner.Locations.Any(static location => location.IsInSource))
                    .SelectMany(inner => Find(inner, name))
            );

    private static bool Maps(INamedTypeSymbol map, INamedTypeSymbol row)
    {
        for (var type = map.BaseType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "ClassMap", TypeArguments: [var mapped] } && SymbolEqualityComparer.Default.Equals(mapped, row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is a class map of the compilation's own.</summary>
    public static bool IsOne(INamedTypeSymbol type) =>
        type.BaseType is { Name: "ClassMap", IsGenericType: true } && type.Locations.Any(static location => location.IsInSource);

    /// <summary>Whether a map leaves a column out.</summary>
    public static bool LeavesOut(INamedTypeSymbol map, string column)
    {
        var calls = map
            .DeclaringSyntaxReferences.SelectMany(static reference =>
                reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>()
            )
            .ToList();
        var maps = calls.Where(call => Name(call) is ("Map", _) && Names(call, column)).ToList();
        return maps.Count == 0 ? !calls.Exists(static call => Name(call) is ("AutoMap", _)) : maps.TrueForAll(IsHarmless);
    }

    /// <summary>Whether a column is told to be ignored, or goes through a declared transformation.</summary>
    private static bool IsHarmless(InvocationExpressionSyntax map)
    {
        var whole = map.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)map;
        return whole
            .DescendantNodes()
            .Any(static node =>
                node
                    is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Ignore" }
                        or IdentifierNameSyntax { Identifier.ValueText: "PersonalData" }
            );
    }

    /// <summary>Whether a mapping, or a function in what follows it, reads a column.</summary>
    private static bool Names(InvocationExpressionSyntax map, string column) =>
        (map.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)map)
            .DescendantNodes()
            .OfType<AnonymousFunctionExpressionSyntax>()
            .SelectMany(static function => function.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(name => name.Identifier.ValueText == column);

    private static (string? Text, SimpleNameSyntax? Name) Name(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return (name?.Identifier.ValueText, name);
    }
}
