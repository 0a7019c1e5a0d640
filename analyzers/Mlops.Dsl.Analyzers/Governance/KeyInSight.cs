using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reproducibility;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Pseudonyms with a key that everybody can read: one that stands in the source code, or a parameter, which the run's record keeps.
/// </summary>
internal sealed class KeyInSight : ReachedOperationRule
{
    private const int DeepestPlace = 4;

    private static readonly DiagnosticDescriptor Descriptor = ConfidentialDisclosed.PersonalFile.Saying(
        "{0} makes pseudonyms with the key '{1}', which is no [Secret]: whoever reads it in the source code or in the run's record can try "
            + "out all values; declare the key as a [Secret]"
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["Mlops.Dsl.PersonalData"];

    public override bool Includes(ISymbol member) => member.Name == "Hash";

    public override Fault? Check(ReachedOperation operation) =>
        operation.Argument("key") is { } key && IsKnown(key, depth: 0)
            ? new Fault(key.Syntax.GetLocation(), [key.Syntax.ToString()])
            : null;

    /// <summary>Whether all that a key is made of can be read by everybody.</summary>
    private static bool IsKnown(IOperation? key, int depth) =>
        key switch
        {
            null => false,
            _ when depth == DeepestPlace => false,
            { ConstantValue: { HasValue: true, Value: string { Length: > 0 } } } => true,
            IConversionOperation or IParenthesizedOperation => IsKnown(key.Unconverted(), depth),
            IInterpolatedStringOperation text => text.Parts.All(part =>
                part is IInterpolatedStringTextOperation
                || (part is IInterpolationOperation { Expression: var shown } && IsKnown(shown, depth))
            ),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsKnown(sum.LeftOperand, depth)
                && IsKnown(sum.RightOperand, depth),

            // What is taken where there is no key is known.
            ICoalesceOperation choice => IsKnown(choice.WhenNull, depth) || IsKnown(choice.Value, depth),
            IConditionalOperation choice => IsKnown(choice.WhenTrue, depth) || IsKnown(choice.WhenFalse, depth),
            ILocalReferenceOperation { Local: var local } => key.Root().Values(local).ToList() is { Count: > 0 } values
                && values.TrueForAll(value => IsKnown(value, depth + 1)),
            IMemberReferenceOperation { Member: var member } reference => IsKnown(member, reference, depth),
            IInvocationOperation { TargetMethod: var method } call => !method.Locations.Any(static location => location.IsInSource)
                && (call.Instance is not { } text || IsKnown(text, depth) || text is IPropertyReferenceOperation { Instance: null })
                && call.Arguments.Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
                    .All(argument => argument.Value.ConstantValue.HasValue || IsKnown(argument.Value, depth))
                && (call.Instance is not null || !call.Arguments.IsEmpty)
                && !IsGiven(method.ContainingType),
            _ => false,
        };

    private static bool IsKnown(ISymbol member, IMemberReferenceOperation reference, int depth) =>
        member.Find("Secret") is null
        && (
            member.Find("Parameter") is not null
            || IsKnown(CalledBody.LastingValue(member, reference.SemanticModel, CancellationToken.None), depth + 1)
            || (reference.Instance is IMemberReferenceOperation { Member: var settings } && settings.Find("Parameter") is not null)
        );

    /// <summary>Whether a type gives what lies outside the code, by a name that stands in it.</summary>
    private static bool IsGiven(INamedTypeSymbol type) => type.Name is not ("String" or "Convert" or "Encoding" or "UTF8Encoding");
}
