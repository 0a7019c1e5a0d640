using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Numbers whose meaning bounds them: counts, shares, probabilities, and the measures of models that are shares.</summary>
internal static class Measures
{
    /// <summary>The numbers that something of its name can be.</summary>
    public static Interval Named(IOperation value)
    {
        var name = NameOf(value);
        return name is "Count" or "Length" or "LongLength" ? Interval.NotNegative
            : (value as IPropertyReferenceOperation)?.Property.Attribute("Probability") is not null || MeasureNames.AreShares(name)
                ? Interval.Share
            : Interval.All;
    }

    /// <summary>Whether one number counts some of what the other one counts: <c>test.Count(IsRight) / (double)test.Count</c>.</summary>
    public static bool IsShare(IOperation part, IOperation whole) =>
        Ranges.Plain(part) is IInvocationOperation { TargetMethod.Name: "Count" or "LongCount", Arguments: [{ Value: { } rows }, { }] }
        && Counted(Ranges.Plain(whole)) is { } all
        && Bounds.IsSame(rows, all);

    private static IOperation? Counted(IOperation count) =>
        count switch
        {
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } rows } => rows,
            IInvocationOperation { TargetMethod.Name: "Count" or "LongCount", Arguments: [{ Value: { } rows }] } => rows,
            IInvocationOperation
            {
                TargetMethod: { Name: "Max", ContainingType.Name: "Math" },
                Arguments: [{ Value: { } left }, { Value: { } right }]
            } => Ranges.Constant(left) is 1 ? Counted(Ranges.Plain(right))
            : Ranges.Constant(right) is 1 ? Counted(Ranges.Plain(left))
            : null,
            _ => null,
        };

    private static string NameOf(IOperation value) =>
        value switch
        {
            IPropertyReferenceOperation property => property.Property.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" } => "Count",
            _ => "",
        };
}
