using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>What becomes text: which expressions a message is made of, and which of them print personal columns.</summary>
internal static class Printing
{
    /// <summary>The expressions that a text or an array of arguments is made of.</summary>
    public static IEnumerable<IOperation> Parts(IOperation operation) =>
        operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Parts(conversion.Operand),
            IInterpolatedStringOperation text => text
                .Parts.OfType<IInterpolationOperation>()
                .SelectMany(static part => Parts(part.Expression)),
            IInterpolatedStringHandlerCreationOperation handler => Parts(handler.Content),
            IInterpolatedStringAdditionOperation sum => Parts(sum.Left).Concat(Parts(sum.Right)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Parts(
                    sum.LeftOperand
                )
                .Concat(Parts(sum.RightOperand)),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(Parts),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(Parts),
            IArgumentOperation argument => Parts(argument.Value),
            _ => [operation],
        };

    /// <summary>Whether an expression is a whole row that prints its columns, personal ones among them: a record.</summary>
    public static bool IsPersonalRow(ITypeSymbol? type) => IsPersonalRow(type, leftOut: null);

    // The text of a class is its name; what a serializer writes of it is what it would of a record.
    private static bool IsPersonalRow(ITypeSymbol? type, LeftOut? leftOut) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } row
        && (row.IsRecord || leftOut is not null)
        && row.GetMembers().Any(member => member is IPropertySymbol property && property.IsPersonal() && leftOut?.Has(property) != true);

    /// <summary>Whether the text of a row tells its personal columns, which one that the row makes itself may leave out.</summary>
    public static bool TellsPersonalRow(ITypeSymbol? type) =>
        IsPersonalRow(type) && OwnText.Tells(type, static member => member is IPropertySymbol property && property.IsPersonal());

    /// <summary>
    /// Whether a call makes text of whole rows: <c>row.ToString()</c>, <c>string.Join(", ", rows)</c>,
    /// <c>JsonSerializer.Serialize(rows)</c>.
    /// </summary>
    public static bool PrintsPersonalRow(FlowCall call)
    {
        var type = call.Method.ContainingType;
        var printsAll =
            (type is { SpecialType: SpecialType.System_String } && call.Method.Name is "Join" or "Concat" or "Format")
            || type is { Name: "JsonSerializer" or "JsonConvert" or "JsonContent" or "CsvWriter" };
        var leftOut = printsAll ? LeftOut.By(call) : null;
        return printsAll
            ? call.Arguments.Any(argument =>
                (argument.Value.Own & Mark.PersonalRow) != Mark.None
                || (argument.Operation is { } value && Parts(value).Any(part => HoldsPersonalRows(part.Type, leftOut)))
            )
            : call.Method.Name == "ToString"
                && (
                    call.Instance is { } value && (value.Own & Mark.PersonalRow) != Mark.None
                    || (call.Operation is IInvocationOperation { Instance.Type: { } instance } && TellsPersonalRow(instance))
                );
    }

    /// <summary>
    /// Whether an expression becomes the text of a whole row: one of its type, or one whose type does not tell so any more.
    /// </summary>
    public static bool IsPersonalRow(IOperation expression, Func<IOperation, FlowValue> evaluate) =>
        Unconverted(expression) is { } row
        && (TellsPersonalRow(row.Type) || (IsOpen(row.Type) && (evaluate(row).Own & Mark.PersonalRow) != Mark.None));

    /// <summary>
    /// Whether values of a type may be whole rows, and the type does not tell which: what a helper takes that is there for all types.
    /// </summary>
    public static bool IsOpen(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => true,
            IArrayTypeSymbol array => IsOpen(array.ElementType),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
            INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Any(IsOpen),
            _ => type.TypeKind == TypeKind.Interface
                && type.SpecialType == SpecialType.None
                && type.Locations.Any(static location => location.IsInSource),
        };

    /// <summary>Whether an expression is a personal row, or a collection of such rows.</summary>
    public static bool HoldsPersonalRows(ITypeSymbol? type) => HoldsPersonalRows(type, leftOut: null);

    /// <summary>The same of what is written without some of the columns.</summary>
    public static bool HoldsPersonalRows(ITypeSymbol? type, LeftOut? leftOut) =>
        IsPersonalRow(type, leftOut) || IsPersonalRow(ElementOf(type), leftOut);

    /// <summary>An expression without the conversions around it.</summary>
    public static IOperation? Unconverted(IOperation? operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : operation;

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } named when !(named.Name == "Profile" && named.IsInLanguage()) => element,
            _ => null,
        };
}
