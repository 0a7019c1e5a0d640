using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises where the machine's zone comes in unseen: a text with a zone becomes local time when it is parsed without a style, and a time
/// without a kind counts as local when it becomes a moment.
/// </summary>
internal static class TimeKinds
{
    private const int AdjustToUniversal = 0x10;
    private const int AssumeLocal = 0x20;
    private const int AssumeUniversal = 0x40;
    private const int RoundtripKind = 0x80;

    /// <summary>Whether uses of a member may do either.</summary>
    public static bool May(ISymbol member) =>
        member is IMethodSymbol method
        && (method.ContainingType.Name, method.Name) switch
        {
            ("DateTime", _) => IsParse(method) || method.Name == "ToUniversalTime",
            ("DateTimeOffset", _) => method.Name is "ParseExact" or "TryParseExact" || IsMoment(method),
            ("TimeZoneInfo", "ConvertTimeToUtc") => method.Parameters.Length == 1,
            _ => false,
        };

    /// <summary>Whether a conversion makes a moment of a time.</summary>
    public static bool IsMoment(IConversionOperation conversion) =>
        conversion.OperatorMethod is { ContainingType: { Name: "DateTimeOffset" } type } && type.ContainingNamespace.Is("System");

    /// <summary>Whether the machine's zone decides about what an operation gives.</summary>
    public static bool IsLocal(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => IsUnspecified(conversion.Operand, depth: 0),
            IObjectCreationOperation { Arguments: [{ Value: { } time }] } => IsUnspecified(time, depth: 0),
            IInvocationOperation { TargetMethod.Name: "ToUniversalTime", Instance: { } time } => IsUnspecified(time, depth: 0),
            IInvocationOperation { TargetMethod.Name: "ConvertTimeToUtc", Arguments: [{ Value: { } time }] } => IsUnspecified(
                time,
                depth: 0
            ),
            IInvocationOperation { TargetMethod.ContainingType.Name: "DateTimeOffset" } parse => HasZone(parse) == false
                && (Styles(parse) & (AssumeUniversal | AssumeLocal)) == 0,
            IInvocationOperation parse when IsParse(parse.TargetMethod) && CulturalCalls.HasCulture(parse) => BecomesLocal(parse)
                is { } isSure
                && Parsed(parse).Any(use => Shows(use, isSure)),
            _ => false,
        };

    private static bool IsParse(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_DateTime
        && method.Name is "Parse" or "ParseExact" or "TryParse" or "TryParseExact";

    private static bool IsMoment(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, Parameters: [{ Type.SpecialType: SpecialType.System_DateTime }] };

    /// <summary>Whether a parse gives local time: surely, as far as the text may have a zone, or, null, not at all.</summary>
    private static bool? BecomesLocal(IInvocationOperation parse) =>
        Styles(parse) is not { } styles || (styles & (AdjustToUniversal | RoundtripKind)) != 0 ? null
        : (styles & (AssumeUniversal | AssumeLocal)) != 0 ? true
        : HasZone(parse) is not { } hasZone ? (parse.TargetMethod.Name is "Parse" or "TryParse" ? false : null)
        : hasZone ? true
        : null;

    /// <summary>The styles that a parse is given; null if they are not known.</summary>
    private static int? Styles(IInvocationOperation parse) =>
        parse.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "DateTimeStyles") is not { } styles ? 0
        : styles.Value.ConstantValue is { HasValue: true, Value: int given } ? given
        : null;

    /// <summary>Whether a format has a zone; null if it is not known, or a standard one of which the text may.</summary>
    private static bool? HasZone(IInvocationOperation parse) =>
        parse.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue switch
        {
            { HasValue: true, Value: string { Length: > 1 } format } => HasZone(format),
            { HasValue: true, Value: "d" or "D" or "t" or "T" or "f" or "F" or "g" or "G" or "m" or "M" or "y" or "Y" or "s" } => false,
            _ => null,
        };

    private static bool HasZone(string format)
    {
        char? quote = null;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\')
            {
                i++;
            }
            else if (quote is null && format[i] is 'K' or 'z' or 'Z')
            {
                return true;
            }
            else if (format[i] is '\'' or '"')
            {
                quote =
                    quote is null ? format[i]
                    : quote == format[i] ? null
                    : quote;
            }
        }

        return false;
    }

    /// <summary>The uses of what a parse gives.</summary>
    private static IEnumerable<IOperation> Parsed(IInvocationOperation parse)
    {
        var local =
            parse.DeclaredLocal()
            ?? parse
                .Arguments.Where(static argument => argument.Parameter?.RefKind == RefKind.Out)
                .SelectMany(static argument => argument.Value.DescendantsAndSelf())
                .OfType<ILocalReferenceOperation>()
                .FirstOrDefault()
                ?.Local;
        return local is null ? [parse] : parse.Root().Uses(local);
    }

    /// <summary>
    /// Whether a use shows what the clocks of the machine's zone do. Of a text that may have none, only the hour tells that it is more than
    /// a date.
    /// </summary>
    private static bool Shows(IOperation time, bool isSure) =>
        time.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Hour" or "TimeOfDay" } => true,
            IPropertyReferenceOperation { Property.Name: "Day" or "DayOfWeek" or "DayOfYear" or "Date" or "Month" or "Year" } => isSure,
            IInvocationOperation { TargetMethod.Name: "ToString" } call when call.Instance == time => isSure,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "FromDateTime", ContainingType.Name: var type } } } =>
                isSure || type == "TimeOnly",
            _ => false,
        };

    /// <summary>Whether a time surely has no kind, or the machine's, as far as the body shows where it comes from.</summary>
    private static bool IsUnspecified(IOperation time, int depth) =>
        depth < 8
        && time.Unconverted() switch
        {
            IObjectCreationOperation { Type.SpecialType: SpecialType.System_DateTime } creation => !IsUtc(creation.Arguments),
            IInvocationOperation { TargetMethod: { Name: "SpecifyKind" } } call => !IsUtc(call.Arguments),
            IInvocationOperation { TargetMethod: { Name: "ToDateTime", ContainingType.Name: "DateOnly" } } call => !IsUtc(call.Arguments),
            IInvocationOperation { TargetMethod: var method } call when IsParse(method) => IsZoneless(call),
            IInvocationOperation
            {
                TargetMethod: { ContainingType.SpecialType: SpecialType.System_DateTime, Name: var name },
                Instance: { } instance
            } => name.StartsWith("Add", StringComparison.Ordinal) && IsUnspecified(instance, depth + 1),
            IPropertyReferenceOperation { Property.Name: "Date", Instance: { } instance } => IsUnspecified(instance, depth + 1),
            ILocalReferenceOperation { Local: var local } reference => reference.Root() is var body
                && (
                    body.Values(local).Any(value => IsUnspecified(value, depth + 1)) || OutOf(body, local) is { } parse && IsZoneless(parse)
                ),
            _ => false,
        };

    private static bool IsZoneless(IInvocationOperation parse) =>
        Styles(parse) is { } styles
        && (styles & (AdjustToUniversal | RoundtripKind | AssumeUniversal | AssumeLocal)) == 0
        && CulturalCalls.HasCulture(parse)
        && (HasZone(parse) ?? parse.TargetMethod.Name is "ParseExact" or "TryParseExact") == false;

    private static IInvocationOperation? OutOf(IOperation body, ILocalSymbol local) =>
        body.Descendants()
            .OfType<IInvocationOperation>()
            .FirstOrDefault(call =>
                IsParse(call.TargetMethod)
                && call.Arguments.Any(argument =>
                    argument.Parameter?.RefKind == RefKind.Out
                    && argument
                        .Value.DescendantsAndSelf()
                        .Any(part => part is ILocalReferenceOperation reference && reference.Local.Same(local))
                )
            );

    /// <summary>Whether a kind that is given, or may be, is UTC.</summary>
    private static bool IsUtc(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "DateTimeKind") is { } kind
        && kind.Value.ConstantValue is not { HasValue: true, Value: not (int)DateTimeKind.Utc };
}
