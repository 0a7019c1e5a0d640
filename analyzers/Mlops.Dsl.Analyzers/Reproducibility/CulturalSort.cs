using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Cultures, and versions of their tables, order text differently.</summary>
internal sealed class CulturalSort : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4015",
        "Sort or search depends on the current culture",
        "{0} {2} text with '{1}' by the rules of the machine's culture; pass {3}",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Cultures and versions of their tables order and compare text differently: some see no hyphen, or take a ligature for "
            + "two letters. Vocabularies, label indices and strata that follow such an order, and rows that such a search finds, change "
            + "with the machine.",
        helpLinkUri: RuleHelp.Link("MLP4015")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Linq.Enumerable",
            "System.Array",
            "System.Collections.Generic.List`1",
            "System.Collections.Generic.SortedSet`1",
            "System.Collections.Generic.SortedDictionary`2",
            "System.Collections.Generic.SortedList`2",
            "System.String",
            "System.StringComparer",
        ];

    public override bool Includes(ISymbol member) =>
        member
            is IMethodSymbol
                {
                    Name: "OrderBy"
                        or "OrderByDescending"
                        or "ThenBy"
                        or "ThenByDescending"
                        or "Order"
                        or "OrderDescending"
                        or "Sort"
                        or "Min"
                        or "Max"
                        or "MinBy"
                        or "MaxBy"
                }
                or IPropertySymbol { Name: "CurrentCulture" or "CurrentCultureIgnoreCase", ContainingType.Name: "StringComparer" }
                or IMethodSymbol
                {
                    MethodKind: MethodKind.Constructor,
                    ContainingType.Name: "SortedSet" or "SortedDictionary" or "SortedList"
                }
        || (member is IMethodSymbol search && CulturalSearch.May(search));

    public override Fault? Check(ReachedOperation operation) =>
        operation.Member switch
        {
            IMethodSymbol
            {
                ContainingType.Name: "Enumerable",
                Name: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" or "Min" or "Max"
            } method when !HasComparer(operation) && method.TypeArguments.Length > 1 && IsText(method.TypeArguments[1]) => Sort(operation),
            IMethodSymbol
            {
                ContainingType.Name: "Enumerable",
                Name: "Order" or "OrderDescending" or "Min" or "Max",
                TypeArguments.Length: 1
            } method when !HasComparer(operation) && IsText(method.TypeArguments[0]) && !HasSelector(method) => Sort(operation),
            IMethodSymbol { ContainingType.Name: "Array", Name: "Sort" } method
                when !HasComparer(operation) && method.TypeArguments.FirstOrDefault() is { } type && IsText(type) => Sort(operation),
            IMethodSymbol { ContainingType: { Name: "List" } list, Name: "Sort", Parameters.IsEmpty: true }
                when IsText(list.TypeArguments[0]) => Sort(operation),
            IMethodSymbol
            {
                MethodKind: MethodKind.Constructor,
                ContainingType: { Name: "SortedSet" or "SortedDictionary" or "SortedList" } sorted
            } when !HasComparer(operation) && IsText(sorted.TypeArguments[0]) => Sort(operation),
            IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String }
                when operation.Operation is IInvocationOperation search && CulturalSearch.Does(search) => ValueUses.UnlessHarmless(
                operation,
                operation.Fault(operation.MemberName, "compares", "StringComparison.Ordinal")
            ),
            IPropertySymbol => Sort(operation),
            _ => null,
        };

    private static Fault Sort(ReachedOperation operation) => operation.Fault(operation.MemberName, "sorts", "StringComparer.Ordinal");

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    private static bool HasComparer(ReachedOperation operation) =>
        operation.Argument("comparer") is not null || operation.Argument("comparison") is not null;

    /// <summary>Whether a method compares what a function makes of texts: of <c>words.Max(word =&gt; word.Length)</c>, numbers.</summary>
    private static bool HasSelector(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate);
}
