using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Knows that the upper end of a measured interval is never below the value, nor that below the lower end.</summary>
internal static class IntervalEnds
{
    private static readonly string[] Order = ["Low", "Value", "High"];

    /// <summary>Whether both are parts of one interval, of which the one is never below the other.</summary>
    public static bool IsAtLeast(IOperation value, IOperation minimum) =>
        Part(Ranges.Plain(value)) is var (of, part)
        && Part(Ranges.Plain(minimum)) is var (other, least)
        && part >= least
        && Bounds.IsSame(of, other);

    /// <summary>The interval that a value is a part of, and which one.</summary>
    private static (IOperation Interval, int Part)? Part(IOperation value) =>
        value switch
        {
            IPropertyReferenceOperation { Instance: { } interval, Property: var property } when IsInterval(property.ContainingType) =>
                Named(interval, property.Name),
            ILocalReferenceOperation { Local: var local } => Deconstructed(value, local),
            _ => null,
        };

    private static (IOperation, int)? Named(IOperation interval, string name) =>
        Array.IndexOf(Order, name) is var place and >= 0 ? (interval, place) : null;

    /// <summary>The interval that was taken apart into a local, as in <c>var (_, low, high) = metrics.Auc</c>.</summary>
    private static (IOperation, int)? Deconstructed(IOperation reference, ILocalSymbol local)
    {
        var body = reference;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        foreach (var apart in body.Descendants().OfType<IDeconstructionAssignmentOperation>())
        {
            if (
                Targets(apart.Target) is { } targets
                && apart.Value.Type is INamedTypeSymbol type
                && IsInterval(type)
                && targets.FindIndex(target =>
                    target is ILocalReferenceOperation given && SymbolEqualityComparer.Default.Equals(given.Local, local)
                )
                    is var place
                        and >= 0
                && type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == targets.Count)
                    is { } method
            )
            {
                return Named(apart.Value, method.Parameters[place].Name);
            }
        }

        return null;
    }

    private static List<IOperation>? Targets(IOperation target) =>
        target switch
        {
            IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
            ITupleOperation tuple => [.. tuple.Elements.Select(static e => e is IDeclarationExpressionOperation d ? d.Expression : e)],
            _ => null,
        };

    private static bool IsInterval(ITypeSymbol? type) => type is { Name: "MetricInterval" } && type.IsInLanguage();
}
