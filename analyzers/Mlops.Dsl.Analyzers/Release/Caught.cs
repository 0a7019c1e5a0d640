using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Knows which exceptions do not leave the code that is looked at, because it catches them whatever else holds.</summary>
internal sealed class Caught
{
    private readonly Stack<ImmutableArray<ICatchClauseOperation>> _handlers = new();

    /// <summary>Looks at what an attempt tries; its handlers are outside of it.</summary>
    public bool In(ITryOperation attempt, Func<IOperation, bool> look)
    {
        _handlers.Push(attempt.Catches);
        try
        {
            return look(attempt.Body);
        }
        finally
        {
            _handlers.Pop();
        }
    }

    /// <summary>Whether an operation throws nothing but what is caught.</summary>
    public bool Catches(IOperation operation) =>
        _handlers.Count > 0
        && Thrown(operation) is { } thrown
        && _handlers.Any(handlers => handlers.Any(handler => handler.Filter is null && Takes(handler.ExceptionType, thrown)));

    private static ITypeSymbol? Thrown(IOperation operation) =>
        operation switch
        {
            IThrowOperation { Exception: { } exception } => Unconverted(exception).Type,

            // ArgumentOutOfRangeException.ThrowIfGreaterThan(error, limit)
            IInvocationOperation { TargetMethod: { IsStatic: true, ReturnsVoid: true, Name: var name, ContainingType: var type } }
                when name.StartsWith("Throw", StringComparison.Ordinal) && IsException(type) => type,
            _ => null,
        };

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : value;

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Takes(ITypeSymbol caught, ITypeSymbol thrown)
    {
        if (caught.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        for (var current = thrown; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, caught))
            {
                return true;
            }
        }

        return false;
    }
}
