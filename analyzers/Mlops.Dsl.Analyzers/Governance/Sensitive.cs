using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Finds, in what somebody can read, the expression to point at, and the words for it.</summary>
internal static class Sensitive
{
    /// <summary>The first expression that reads a marked member itself; null if none does.</summary>
    public static IOperation? Read(IEnumerable<IOperation> parts, Mark mark) =>
        parts.FirstOrDefault(part => part.Type?.SpecialType != SpecialType.System_Boolean && MemberIn(part, mark) is not null);

    /// <summary>
    /// The only expression that can hold text, or all of it if there are several; null if there are only numbers and flags.
    /// </summary>
    public static IOperation? OnlyText(IReadOnlyList<IOperation> parts)
    {
        var texts = parts
            .Where(static part =>
                !part.ConstantValue.HasValue && !Numbers.Are(part.Type) && part.Type?.SpecialType != SpecialType.System_Boolean
            )
            .ToList();
        return texts.Count == 0 ? null : texts.Find(static text => text.Type?.SpecialType == SpecialType.System_String) ?? texts[0];
    }

    /// <summary>The words for an expression: the column or secret that it reads, or where it comes from.</summary>
    public static string Describe(IOperation operation, Mark mark) =>
        MemberIn(operation, mark) is { } member ? $"'{member.Name}'"
        : mark == Mark.Pii && PersonalRow.Is(operation.Type) ? $"A whole '{operation.Type!.Name}', which has personal columns,"
        : mark switch
        {
            Mark.Pii => "What comes from a personal column",
            Mark.Protected => "What comes from a protected column",
            _ => "What comes from a secret",
        };

    /// <summary>What the fix needs to know: whether the expression is text.</summary>
    public static ImmutableDictionary<string, string?> Properties(IOperation operation) =>
        RuleProperties.Of(RuleProperties.Replacement, operation.Type?.SpecialType == SpecialType.System_String ? "text" : "");

    /// <summary>The marked member that an expression reads outside of a transformation.</summary>
    private static IPropertySymbol? MemberIn(IOperation operation, Mark mark)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation reference when Has(reference.Property, mark):
                return reference.Property;
            case IPropertyReferenceOperation { Property.Name: "Length" or "Count" }:
            case IInvocationOperation call when call.TargetMethod.ContainingType.IsLanguageType("PersonalData"):
            case IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation:
                return null;
            default:
                foreach (var child in operation.ChildOperations)
                {
                    if (MemberIn(child, mark) is { } member)
                    {
                        return member;
                    }
                }

                return null;
        }
    }

    private static bool Has(IPropertySymbol property, Mark mark) =>
        mark switch
        {
            Mark.Pii => property.IsPersonal(),
            Mark.Protected => property.IsProtected(),
            _ => property.Find("Secret") is not null,
        };
}
