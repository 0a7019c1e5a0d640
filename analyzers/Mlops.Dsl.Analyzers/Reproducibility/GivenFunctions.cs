using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// The functions that helpers are given along with a value that is followed into them: <c>new Meter(clock, f => context.ReportProgress(f,
/// ""))</c>.
/// </summary>
internal sealed class GivenFunctions
{
    private readonly Dictionary<ISymbol, IOperation> _given = new(SymbolEqualityComparer.Default);

    /// <summary>Remembers what a call, or the making of an object, is given.</summary>
    public void Add(IOperation call)
    {
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Type.TypeKind: TypeKind.Delegate } parameter)
            {
                _given[parameter.OriginalDefinition] = argument.Value;
            }
        }
    }

    /// <summary>The lambda that is called where a helper calls what it was given, or keeps of that; null if it is not known.</summary>
    public IAnonymousFunctionOperation? Called(IInvocationOperation call) =>
        call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? Lambda(call.Instance, depth: 0) : null;

    private IAnonymousFunctionOperation? Lambda(IOperation? function, int depth) =>
        depth == 4
            ? null
            : function switch
            {
                IConversionOperation conversion => Lambda(conversion.Operand, depth),
                IDelegateCreationOperation creation => Lambda(creation.Target, depth),
                ICoalesceOperation choice => Lambda(choice.Value, depth),
                IConditionalAccessInstanceOperation => Lambda(Accessed(function), depth),
                IAnonymousFunctionOperation lambda => lambda,
                ILocalReferenceOperation { Local: var local } => function.Root().Values(local).ToList() is [var only]
                    ? Lambda(only, depth + 1)
                    : null,
                IParameterReferenceOperation { Parameter: var parameter } => _given.TryGetValue(parameter.OriginalDefinition, out var given)
                    ? Lambda(given, depth + 1)
                    : null,
                IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } => FieldUses
                    .Of(field, function.SemanticModel)
                    .Select(static use => use.Parent as ISimpleAssignmentOperation)
                    .Where(assignment => assignment?.Target is IFieldReferenceOperation)
                    .ToList()
                    is [{ Value: var kept }]
                    ? Lambda(kept, depth + 1)
                    : null,
                _ => null,
            };

    private static IOperation? Accessed(IOperation instance)
    {
        var current = instance.Parent;
        while (current is not (null or IConditionalAccessOperation))
        {
            current = current.Parent;
        }

        return (current as IConditionalAccessOperation)?.Operation;
    }
}
