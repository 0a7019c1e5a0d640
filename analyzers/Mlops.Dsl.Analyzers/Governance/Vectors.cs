using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// The numbers that a row is described by, for a training of one's own: <c>double[] Describe(Donor row)</c>. A mean of a personal column is
/// a statistic; a mean of such vectors is a model that has learned of the column.
/// </summary>
internal static class Vectors
{
    /// <summary>What such numbers are marked with.</summary>
    public const Mark Marks = Mark.PersonalVector | Mark.ProtectedVector;

    // Two numbers may be a place or a range; a description for a model has more.
    private const int SmallestTuple = 3;

    /// <summary>
    /// What a call gives: a vector where it describes a row, and none where it makes one number of it, such as a distance.
    /// </summary>
    public static FlowValue Result(FlowCall call, FlowValue result)
    {
        if (!result.Has(Mark.Pii | Mark.Protected | Marks) || !call.Method.Locations.Any(static location => location.IsInSource))
        {
            return result;
        }

        if (Numbers.Are(call.Method.ReturnType))
        {
            return result.Without(Marks);
        }

        if (!result.Has(Mark.Pii | Mark.Protected) || !AreNumbers(call.Method.ReturnType) || !IsOfOneRow(call.Method))
        {
            return result;
        }

        var described = result.Has(Mark.Pii) ? result.With(Mark.PersonalVector) : result;
        return result.Has(Mark.Protected) && !SensitiveLearned.Balances(call.Method) ? described.With(Mark.ProtectedVector) : described;
    }

    /// <summary>Whether a value has the mark of a vector where nothing says that it is personal.</summary>
    public static bool Escape(FlowValue value, ITypeSymbol type) =>
        !Numbers.Are(type) && Containment.Escapes(value, type, Mark.PersonalVector, Columns.IsPersonal);

    private static bool IsOfOneRow(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => RowTypes.MayBeOne(parameter.Type))
        && !method.Parameters.Any(static parameter => !RowTypes.MayBeOne(parameter.Type) && RowTypes.MayHold(parameter.Type));

    private static bool AreNumbers(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Numbers.Are(array.ElementType),
            INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: >= SmallestTuple } elements } => elements.All(static element =>
                Numbers.Are(element.Type)
            ),
            INamedTypeSymbol { TypeArguments: [var element] } list => Numbers.Are(element)
                && list.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal),
            _ => false,
        };
}
