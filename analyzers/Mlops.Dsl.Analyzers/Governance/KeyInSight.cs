using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Analyzers.Reproducibility;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Pseudonyms with a key that everybody can read: one that stands in the source code, or a parameter, which the run's record keeps.
/// </summary>
internal sealed class KeyInSight : ReachedOperationRule
{
    private const int DeepestPlace = 4;

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Files = new();

    private static readonly DiagnosticDescriptor Descriptor = ConfidentialDisclosed.PersonalFile.Saying(
        "{0} makes pseudonyms with the key '{1}', which is no [Secret]: whoever reads it in the source code or in the run's record can try "
            + "out all values; declare the key as a [Secret]"
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["Mlops.Dsl.PersonalData"];

    public override bool Includes(ISymbol member) => member.Name == "Hash";

    /// <summary>Helpers that make pseudonyms, or objects that keep a key for it.</summary>
    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) =>
            isOwn
            && member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
            && method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_String)
            && MentionsPersonalData(method);

    public override Fault? Check(ReachedOperation operation)
    {
        var arguments = operation.Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var key = arguments.FirstOrDefault(static argument =>
            argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.SpecialType: SpecialType.System_String }
            && (IsKey(argument) || MayBeKey(argument))
            && IsKnown(argument.Value, depth: 0)
            && (IsKey(argument) || BecomesKey(argument))
        );
        return key is null ? null : new Fault(key.Value.Syntax.GetLocation(), [key.Value.Syntax.ToString()]);
    }

    private static bool IsKey(IOperation? argument) =>
        argument
            is IArgumentOperation
            {
                Parameter: { Name: "key", ContainingSymbol: IMethodSymbol { Name: "Hash", ContainingType: { Name: "PersonalData" } type } }
            }
        && type.IsInLanguage();

    private static bool MayBeKey(IArgumentOperation argument) => !argument.Parameter!.ContainingType.IsInLanguage();

    /// <summary>Whether a helper takes an argument for its key, at once or from a field that keeps it.</summary>
    private static bool BecomesKey(IArgumentOperation argument) =>
        HelperArguments.Helper(argument) is { } helper
        && HelperArguments.Uses(argument, helper)?.Any(use => IsKeyOf(use, depth: 0)) == true;

    private static bool IsKeyOf(IOperation use, int depth) =>
        depth < DeepestPlace
        && (
            IsKey(use.Parent)
            || use.Parent switch
            {
                IConversionOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } => IsKeyOf(use.Parent, depth),
                ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } assignment => assignment.Value == use
                    && IsKeptAsKey(field, use, depth),
                IFieldInitializerOperation { InitializedFields: [var field] } => IsKeptAsKey(field, use, depth),
                _ => false,
            }
        );

    private static bool IsKeptAsKey(IFieldSymbol field, IOperation use, int depth) =>
        field.DeclaredAccessibility == Accessibility.Private
        && FieldUses.Of(field, use.SemanticModel).Any(kept => IsKeyOf(kept, depth + 1));

    /// <summary>Whether the file that declares a method mentions the type that makes pseudonyms: most do not.</summary>
    private static bool MentionsPersonalData(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(static reference => Files.GetValue(reference.SyntaxTree, Look).Value);

    private static StrongBox<bool> Look(SyntaxTree file) => new(file.GetText().ToString().Contains("PersonalData"));

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
