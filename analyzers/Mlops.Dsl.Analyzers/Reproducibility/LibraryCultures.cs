using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Calls by which a library parses or prints in the culture of the machine: because it is given it, or because it is given none.
/// </summary>
internal static class LibraryCultures
{
    /// <summary>
    /// Methods that take the machine's culture where they are not told one: their type, their name, and the attribute that may tell it in
    /// their stead.
    /// </summary>
    private static readonly ImmutableArray<(string Space, string Type, string Method, string? Unless)> Untold =
    [
        ("CsvHelper.Configuration", "CsvConfiguration", "FromAttributes", "CultureInfoAttribute"),
        ("System.ComponentModel", "TypeConverter", "ConvertFromString", null),
        ("System.ComponentModel", "TypeConverter", "ConvertToString", null),
        ("System.ComponentModel", "TypeConverter", "ConvertFrom", null),
        ("System.ComponentModel", "TypeConverter", "ConvertTo", null),
    ];

    /// <summary>Whether calls of a method of another assembly may do that.</summary>
    public static bool May(ISymbol member) => member is IMethodSymbol method && (TakesCulture(method) || IsUntold(method));

    /// <summary>Whether a call or creation is given the machine's culture, or none where it needs one.</summary>
    public static bool IsCurrent(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: var method } call => GivesCurrent(call.Arguments)
                || (IsUntold(method) && !TakesCulture(method) && !IsToldByAttribute(method)),
            IObjectCreationOperation creation => GivesCurrent(creation.Arguments),
            _ => false,
        };

    /// <summary>Whether the machine's culture is set as the one that an object parses or prints in.</summary>
    public static bool IsSet(IOperation culture) =>
        culture.Parent
            is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: not null, Property: { } property } } assignment
        && assignment.Value == culture
        && property.ContainingType.Name is not "Thread"
        && CulturalCalls.IsCulture(property.Type);

    /// <summary>Whether a property holds the habits of a culture: of the current one, or of a culture that may be.</summary>
    public static bool AreHabits(IPropertySymbol property) =>
        (property.ContainingType.Name, property.Name)
            is
                ("DateTimeFormatInfo" or "NumberFormatInfo", "CurrentInfo")
                or
                ("CultureInfo", "Calendar" or "DateTimeFormat" or "NumberFormat" or "TextInfo");

    /// <summary>
    /// Whether the habits of the current culture are asked for something, at once or in a local, rather than given to a call that is judged
    /// itself.
    /// </summary>
    public static bool AreAsked(IPropertyReferenceOperation habits) =>
        habits.Instance is null or IPropertyReferenceOperation { Property: { IsStatic: true, Name: "CurrentCulture" } }
        && (IsAsked(habits) || (habits.DeclaredLocal() is { } local && habits.Root().Uses(local).Any(IsAsked)));

    private static bool IsAsked(IOperation habits) =>
        habits.Parent switch
        {
            IPropertyReferenceOperation property => property.Instance == habits,
            IInvocationOperation call => call.Instance == habits,
            _ => false,
        };

    private static bool TakesCulture(IMethodSymbol method) =>
        !IsOfFramework(method.ContainingNamespace) && method.Parameters.Any(static parameter => CulturalCalls.IsCulture(parameter.Type));

    private static bool GivesCurrent(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Any(static argument =>
            argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
            && CulturalCalls.IsCulture(parameter.Type)
            && argument.Value.ConstantValue is not { HasValue: true }
            && CulturalCalls.IsCurrent(argument.Value)
        );

    private static bool IsUntold(IMethodSymbol method) =>
        Untold.Any(entry =>
            entry.Method == method.Name && method.ContainingType.Name == entry.Type && method.ContainingNamespace.Is(entry.Space)
        );

    private static bool IsToldByAttribute(IMethodSymbol method) =>
        Untold.Any(entry =>
            entry.Method == method.Name
            && entry.Unless is { } attribute
            && method.TypeArguments.Any(type => type.GetAttributes().Any(given => given.AttributeClass?.Name == attribute))
        );

    // What the framework does with a culture is known better: an integer's text has none to speak of.
    private static bool IsOfFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }
}
