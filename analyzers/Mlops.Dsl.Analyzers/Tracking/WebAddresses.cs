using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Recognises what reads a document from a place that may be a file or an address on the web, of which the latter is a request.
/// </summary>
internal static class WebAddresses
{
    /// <summary>The types that do.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        "System.Xml.XmlReader",
        "System.Xml.XmlTextReader",
        "System.Xml.XmlDocument",
        "System.Xml.Linq.XDocument",
        "System.Xml.Linq.XElement",
        "System.Xml.XPath.XPathDocument",
    ];

    /// <summary>Whether a member reads such a document.</summary>
    public static bool May(ISymbol? member) => member is IMethodSymbol method && Parameter(method) is not null;

    /// <summary>Whether a member belongs to a document: what else it gives is in memory.</summary>
    public static bool IsOfDocument(ISymbol member) =>
        member.ContainingNamespace?.ToDisplayString().StartsWith("System.Xml", StringComparison.Ordinal) == true;

    /// <summary>The parameter that is the place; null if there is none.</summary>
    public static string? Parameter(IMethodSymbol method) =>
        (method.Name is "Create" or "Load" or "LoadAsync" || method.MethodKind == MethodKind.Constructor)
        && method.Parameters.FirstOrDefault(static parameter => parameter.Type.SpecialType == SpecialType.System_String)
            is { Name: "inputUri" or "uri" or "url" or "filename" } place
        && Array.Exists(Names, name => name == method.ContainingType.Name)
            ? place.Name
            : null;

    /// <summary>A fault if a place is an address on the web, whatever it may be; null if it surely is not.</summary>
    public static Fault? If(Fault fault, IOperation? place, OriginJudge origins) =>
        place is null
            ? null
            : origins.Unless(fault, origins.Read(place), IsWeb) switch
            {
                null => fault,
                { Confirm: { } isOther } => fault with { Confirm = reach => !isOther(reach) },
                _ => null,
            };

    /// <summary>A fault unless a place is an address on the web; null if it surely is one.</summary>
    public static Fault? Unless(Fault? fault, Origin place, OriginJudge origins)
    {
        if (fault is null || origins.Unless(fault, place, IsWeb) is not { } other)
        {
            return null;
        }

        return other.Confirm is { } isOther && !ReferenceEquals(other, fault)
            ? fault with
            {
                Confirm = reach => isOther(reach) && (fault.Confirm?.Invoke(reach) ?? true),
            }
            : fault;
    }

    private static string[] Names { get; } = [.. Types.Select(static type => type.Substring(type.LastIndexOf('.') + 1))];

    private static bool IsWeb(string place) =>
        place.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
