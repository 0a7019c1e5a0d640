using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Which of the user's own methods need not be followed: those that only compute, so that their signatures tell as much as those of a
/// library do. Most of the code that a training runs is such, and following it is most of what the engine could cost.
/// </summary>
internal static class HelperSignatures
{
    private const Mark OfNoRows = Mark.Fitted | Mark.Ends;
    private const Mark Measured = Mark.MeasuredOnTest | Mark.MeasuredOnValidation;

    /// <summary>Whether the signature of a method tells all that matters of a call.</summary>
    /// <param name="helpers">What is known of helpers; null where nothing is.</param>
    /// <param name="targets">The methods that may run.</param>
    /// <param name="site">The call.</param>
    public static bool Suffice(HelperFacts? helpers, ImmutableArray<IMethodSymbol> targets, CallSite site)
    {
        var arguments = site.Arguments;
        if (helpers is null || arguments.Any(static a => a.Value.Functions.Any(static f => !f.Symbol.ReturnsVoid)))
        {
            return false;
        }

        var marks = site.Marks;
        if (
            (marks & (Mark.Sensitive | Mark.PersonalRow)) != Mark.None
            || ((marks & Measured) != Mark.None && arguments.Any(static a => a.Value.Has(Mark.Fitted) && !IsScalar(a.Parameter.Type)))
        )
        {
            // One that takes models and measurements may well choose.
            return false;
        }

        foreach (var target in targets)
        {
            var interest = helpers.Interest(target);
            if (interest == Mark.Any || (interest & marks) != Mark.None)
            {
                return false;
            }
        }

        // Where nothing goes in, nothing comes out.
        return marks == Mark.None
            || (
                IsResultAll(site.Method)
                && !ChangesOthers(site)
                && (IsOne(marks, site) || site.Method.IsFitting() || IsScalar(site.Method.ReturnType))
            );
    }

    /// <summary>Whether a method can give nothing back but by its result.</summary>
    private static bool IsResultAll(IMethodSymbol method) =>
        !method.ReturnsVoid
        && method.ReturnType is not INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 }
        && method.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In);

    /// <summary>Whether a method could leave something in an object that holds nothing yet.</summary>
    private static bool ChangesOthers(CallSite site) =>
        (site.Object is not null && site.Instance.All == Mark.None && CanChange(site.Object.Type))
        || site.Arguments.Any(static a =>
            a.Value.All == Mark.None && a.Operation is { ConstantValue.HasValue: false } && CanChange(a.Parameter.Type)
        );

    /// <summary>
    /// Whether all that goes in and has marks has the same. What a model gives of rows is the rows', and the model's too.
    /// </summary>
    private static bool IsOne(Mark marks, CallSite site) =>
        IsNoneOr(marks & ~OfNoRows, site.Instance) && site.Arguments.All(a => IsNoneOr(marks & ~OfNoRows, a.Value));

    private static bool IsNoneOr(Mark marks, FlowValue value) => (value.All & ~OfNoRows) == Mark.None || (value.Own & ~OfNoRows) == marks;

    private static bool IsScalar(ITypeSymbol type) =>
        type.WithoutNullable()
            is { SpecialType: not SpecialType.None and not SpecialType.System_Object and not SpecialType.System_Array }
                or { TypeKind: TypeKind.Enum };

    private static bool CanChange(ITypeSymbol? type) =>
        type switch
        {
            null
            or { IsValueType: true }
            or { SpecialType: SpecialType.System_String }
            or { TypeKind: TypeKind.Delegate }
            or { IsRecord: true } => false,
            { TypeKind: TypeKind.Interface } => !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
                && type.Name is not ("IEnumerable" or "IAsyncEnumerable")
                && HoldsThings(type),
            _ => HoldsThings(type),
        };

    private static bool HoldsThings(ITypeSymbol type) =>
        type is IArrayTypeSymbol or ITypeParameterSymbol
        || type.Locations.Any(static location => location.IsInSource)
        || type.Name is "StringBuilder"
        || type.AllInterfaces.Any(static face => face.Name is "ICollection" or "IDictionary" or "IDisposable");
}
