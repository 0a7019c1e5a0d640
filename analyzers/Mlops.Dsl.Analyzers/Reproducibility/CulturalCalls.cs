using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Calls that parse or print what cultures write differently: decimals and dates.</summary>
internal static class CulturalCalls
{
    /// <summary>
    /// Whether the text of a type's values depends on the culture. That of integers does in their sign alone, and is left out.
    /// </summary>
    public static bool IsCultural(ITypeSymbol type) =>
        type.SpecialType
            is SpecialType.System_Single
                or SpecialType.System_Double
                or SpecialType.System_Decimal
                or SpecialType.System_DateTime
        || (type.ContainingNamespace.Is("System") && type.Name is "Half" or "DateTimeOffset" or "DateOnly" or "TimeOnly")
        || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsCultural(((INamedTypeSymbol)type).TypeArguments[0]));

    /// <summary>Whether a method, passed as a delegate, parses or prints in the current culture.</summary>
    public static bool IsCultural(IMethodSymbol method) =>
        method.Name is "Parse" or "TryParse" or nameof(ToString) && IsCultural(method.ContainingType) && !method.Parameters.Any(IsCulture);

    /// <summary>Whether a call parses or prints in the current culture.</summary>
    public static bool IsCultural(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
            {
                "Parse" or "TryParse" when method.ContainingType.TypeKind == TypeKind.Interface => call.Arguments.Any(static a =>
                    a.Parameter is { } parameter && IsCulture(parameter)
                ),
                "Parse" or "TryParse" or "ParseExact" or "TryParseExact" => IsCultural(method.ContainingType),
                nameof(ToString) when method.ContainingType.Name == "Convert" => call.Arguments.Any(HasCulturalValue),
                nameof(ToString) => IsCultural(method.ContainingType) && !IsFixedFormat(call),
                "TryFormat" => IsCultural(method.ContainingType)
                    && !IsFixedFormat(
                        call.TargetMethod.ContainingType,
                        call.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "format")?.Value
                    ),
                "ChangeType" => method.ContainingType.Name == "Convert" && ChangesText(call),
                "ToDouble" or "ToSingle" or "ToDecimal" or "ToDateTime" => method.ContainingType.Name == "Convert"
                    && method.Parameters[0].Type.SpecialType is SpecialType.System_String or SpecialType.System_Object,
                nameof(string.Format) => method.ContainingType.SpecialType == SpecialType.System_String
                    && call.Arguments.Skip(1).Any(HasCulturalValue),
                nameof(string.Join) => method.ContainingType.SpecialType == SpecialType.System_String
                    && (method.TypeArguments.Any(IsCultural) || call.Arguments.Any(HasCulturalValue)),
                nameof(string.Concat) => method.ContainingType.SpecialType == SpecialType.System_String
                    && call.Arguments.Any(HasCulturalValue),
                _ => false,
            } && !HasCulture(call);
    }

    /// <summary>Whether calls of a method may parse or print: all that can be told without the call.</summary>
    public static bool MayBeCultural(IMethodSymbol method) =>
        method.Name
            is "Parse"
                or "TryParse"
                or "ParseExact"
                or "TryParseExact"
                or nameof(ToString)
                or "ToDouble"
                or "ToSingle"
                or "ToDecimal"
                or "ToDateTime"
                or nameof(string.Format)
                or nameof(string.Join)
                or nameof(string.Concat)
                or "TryFormat"
                or "ChangeType";

    /// <summary>Whether a call is given a culture that is not the machine's.</summary>
    public static bool HasCulture(IInvocationOperation call) =>
        call.Arguments.Any(static a => a.Parameter is { } parameter && IsCulture(parameter) && !IsCurrent(a.Value));

    /// <summary>Whether values of a type tell how to parse and print.</summary>
    public static bool IsCulture(ITypeSymbol type) => type.Name is "IFormatProvider" or "CultureInfo";

    private static bool IsCulture(IParameterSymbol parameter) => IsCulture(parameter.Type);

    /// <summary>Whether a text, or what may be one, becomes a type that cultures write differently, or one that is not known.</summary>
    private static bool ChangesText(IInvocationOperation change) =>
        change.Arguments is [{ Value: { } value }, { Value: { } target }, ..]
        && value.Unconverted().Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        && target.Unconverted() switch
        {
            ITypeOfOperation { TypeOperand: { } type } => type is ITypeParameterSymbol || IsCultural(type),
            { ConstantValue: { HasValue: true, Value: int code } } => (TypeCode)code
                is TypeCode.Single
                    or TypeCode.Double
                    or TypeCode.Decimal
                    or TypeCode.DateTime,
            _ => true,
        };

    /// <summary>The machine's culture, by name or as the default that null stands for.</summary>
    public static bool IsCurrent(IOperation culture) =>
        culture switch
        {
            { ConstantValue: { HasValue: true, Value: null } } => true,
            IConversionOperation { Operand: { } operand } => IsCurrent(operand),
            IPropertyReferenceOperation
            {
                Property.Name: "CurrentCulture" or "CurrentUICulture" or "InstalledUICulture" or "CurrentInfo"
            } => true,
            IPropertyReferenceOperation { Property.Name: "NumberFormat" or "DateTimeFormat", Instance: { } owner } => IsCurrent(owner),
            ILocalReferenceOperation { Local: var local } => culture.Root().Values(local).Any(IsCurrent),
            IMemberReferenceOperation { Member: var member } => CalledBody.LastingValue(
                member,
                culture.SemanticModel,
                CancellationToken.None
            )
                is { } initial
                && IsCurrent(initial),
            _ => false,
        };

    /// <summary>Round-trip and sortable formats of dates are the same everywhere.</summary>
    private static bool IsFixedFormat(IInvocationOperation call) =>
        IsFixedFormat(call.TargetMethod.ContainingType, call.Arguments.FirstOrDefault()?.Value);

    /// <inheritdoc cref="IsFixedFormat(IInvocationOperation)" />
    public static bool IsFixedFormat(ITypeSymbol type, IOperation? format) =>
        format?.ConstantValue is { HasValue: true, Value: "o" or "O" or "s" or "u" or "r" or "R" }
        && type.WithoutNullable().Name is "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly";

    /// <summary>Whether an operand that becomes text by <c>+</c> is printed as its culture says.</summary>
    public static bool IsCulturalText(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: true, Operand: { } value }
            ? IsCulturalText(value)
            : operand.Type is { } type && IsCultural(type);

    /// <summary>Whether an argument, or an element of one, is printed as its culture says.</summary>
    public static bool HasCulturalValue(IArgumentOperation argument) =>
        Values(argument.Value).Any(static value => value.Type is { } type && IsCultural(type));

    private static IEnumerable<IOperation> Values(IOperation value) =>
        value switch
        {
            IConversionOperation { Operand: { } operand } => Values(operand),
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.SelectMany(Values),
            _ => [value],
        };
}
