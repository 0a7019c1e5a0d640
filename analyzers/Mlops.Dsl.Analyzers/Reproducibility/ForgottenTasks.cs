using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises tasks that a query starts, all at once, and tasks in a local, for which nobody waits.</summary>
internal static class ForgottenTasks
{
    /// <summary>Whether a call runs a query that gives a task for each element.</summary>
    public static bool Starts(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "ToList" or "ToArray", ContainingType: { Name: "Enumerable" } type }, Type: { } made }
        && IsTask(Element(made))
        && type.ContainingNamespace.Is("System.Linq");

    /// <summary>Whether a local may hold tasks, as its type tells alone.</summary>
    public static bool MayBe(IVariableDeclaratorOperation declarator) =>
        declarator.Symbol.Type is { SpecialType: SpecialType.None } type && (IsTask(type) || IsTask(Element(type)));

    /// <summary>The call that starts the tasks of a local of which at most their number is asked; null if it is used.</summary>
    public static IInvocationOperation? Find(IVariableDeclaratorOperation declarator) =>
        declarator.GetVariableInitializer()?.Value.Unconverted() is IInvocationOperation call
        && (IsTask(call.Type) || Starts(call))
        && declarator.Root().Uses(declarator.Symbol).All(IsCounted)
            ? call
            : null;

    private static bool IsCounted(ILocalReferenceOperation tasks) =>
        tasks.Parent is IPropertyReferenceOperation { Property: { Name: "Count" or "Length", IsStatic: false } };

    private static ITypeSymbol? Element(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "IReadOnlyCollection" or "ICollection" } list =>
                list.TypeArguments is [var element] ? element : null,
            _ => null,
        };

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.Is("System.Threading.Tasks");
}
