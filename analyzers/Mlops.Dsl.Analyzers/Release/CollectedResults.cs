using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Finds the results that a gate puts together: those that it lists, and those that it adds to a list.</summary>
internal static class CollectedResults
{
    /// <summary>The elements of an argument; null where they can't be told.</summary>
    public static IReadOnlyList<IOperation>? Of(IOperation? argument, IOperation body, LocalWrites writes) =>
        argument switch
        {
            IConversionOperation conversion => Of(conversion.Operand, body, writes),
            ISpreadOperation spread => Of(spread.Operand, body, writes),
            ICollectionExpressionOperation collection => OfAll(collection.Elements, body, writes),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IObjectCreationOperation { Arguments.Length: 0 } creation =>
            [
                .. creation.Initializer?.Initializers.OfType<IInvocationOperation>().Select(static add => add.Arguments[0].Value) ?? [],
            ],
            IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsSpan" } call => Of(
                call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                body,
                writes
            ),
            ILocalReferenceOperation local => OfLocal(local.Local, body, writes),
            _ => null,
        };

    private static List<IOperation>? OfAll(IEnumerable<IOperation> elements, IOperation body, LocalWrites writes)
    {
        var all = new List<IOperation>();
        foreach (var element in elements)
        {
            if (element is not ISpreadOperation spread)
            {
                all.Add(element);
            }
            else if (Of(spread, body, writes) is { } collected)
            {
                all.AddRange(collected);
            }
            else
            {
                return null;
            }
        }

        return all;
    }

    private static List<IOperation>? OfLocal(ILocalSymbol local, IOperation body, LocalWrites writes)
    {
        var all = new List<IOperation>();
        foreach (var value in writes.Of(local) ?? [])
        {
            if (value is ILocalReferenceOperation || Of(value, body, writes) is not { } start)
            {
                return null;
            }

            all.AddRange(start);
        }

        foreach (
            var use in body.Descendants()
                .OfType<ILocalReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
        )
        {
            if (use.Parent is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: { } added }] })
            {
                all.Add(added);
            }
            else if (!IsRead(use))
            {
                return null;
            }
        }

        return all;
    }

    private static bool IsRead(IOperation use) =>
        use.Parent switch
        {
            IConversionOperation conversion => IsRead(conversion),
            ISpreadOperation or IPropertyReferenceOperation => true,
            IInvocationOperation { TargetMethod.Name: "ToArray" or "Contains" or "Exists" or "TrueForAll" or "Find" } => true,
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType.Name
                is "Enumerable"
                    or "GateResult"
                    or "CollectionsMarshal"
                || call.TargetMethod is { ContainingType.Name: "Array", Name: "Exists" or "TrueForAll" or "Find" },
            ISimpleAssignmentOperation assignment => assignment.Target == use,
            _ => false,
        };
}
