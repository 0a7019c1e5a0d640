using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A call of a method or constructor with what is known of its arguments.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What is called: of a generic type or method, the constructed one.</param>
/// <param name="Callee">What is known of what is called.</param>
/// <param name="Instance">The object that it is called on; null for static methods, extension methods and constructors.</param>
/// <param name="Arguments">The arguments, in the order of the parameters; an extension method's first is the object.</param>
internal sealed record FlowCall(
    IOperation Operation,
    IMethodSymbol Method,
    SymbolFacts Callee,
    FlowValue? Instance,
    ImmutableArray<FlowArgument> Arguments
)
{
    /// <summary>
    /// Whether an argument is an object that holds several sets, such as training and test rows, a mark is on some of them alone, and the
    /// call is of the user's own code: then that code tells which of them it takes.
    /// </summary>
    public bool Opens(FlowArgument argument, Mark marks) =>
        (argument.Value.Own & marks) == Mark.None
        && !Method.IsAbstract
        && Method.Locations.Any(static location => location.IsInSource)
        && HoldsSets(argument.Operation?.Type ?? argument.Parameter.Type);

    private static bool HoldsSets(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(static element => IsSet(element.Type)),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } own
                when own.Locations.Any(static location => location.IsInSource) => !IsSet(own)
                && !own.GetAttributes().Any(static a => a.AttributeClass?.Name == "RowAttribute")
                && own.GetMembers().Any(static member => member is IPropertySymbol { IsStatic: false } property && IsSet(property.Type)),
            _ => false,
        };

    private static bool IsSet(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (
            type is IArrayTypeSymbol
            || type.AllInterfaces.Prepend(type as INamedTypeSymbol)
                .Any(static face => face?.SpecialType == SpecialType.System_Collections_IEnumerable)
        );

    /// <summary>Tells what is known of a part of an argument, such as one of those that become an array.</summary>
    public Func<IOperation, FlowValue> Evaluate { get; init; } = static _ => FlowValue.None;

    /// <summary>Finds the code that a method of the user's runs.</summary>
    public Func<IMethodSymbol, IEnumerable<FlowBody>> Reach { get; init; } = static _ => [];

    /// <summary>Calls a function of which nothing is known that it is given, to see what it reads.</summary>
    public FlowValue Try(FlowFunction function) => Invoke(function, Operation);

    /// <summary>
    /// Runs a function of which nothing is known that it is given, at a place. One for all calls of a body: they are many.
    /// </summary>
    public Func<FlowFunction, IOperation, FlowValue> Invoke { get; init; } = static (_, _) => FlowValue.None;

    /// <summary>Leaves what the called code does with a value to whoever gave the value to it.</summary>
    public Action<OpenFinding> Leave { get; init; } = static _ => { };

    /// <summary>The marks of the object and all arguments.</summary>
    public Mark All { get; } = Arguments.Aggregate(Instance?.All ?? Mark.None, static (all, argument) => all | argument.Value.All);
}

/// <summary>An argument.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Operation">The expression; null where the parameter's default is taken.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record FlowArgument(IParameterSymbol Parameter, IOperation? Operation, FlowValue Value)
{
    /// <summary>
    /// What is known of each of the elements that a call makes a list of, as it does of <c>params</c>; of anything else, of all of it.
    /// </summary>
    public IEnumerable<FlowValue> Parts(FlowCall call) =>
        Elements(Operation) is { Count: > 0 } elements ? elements.Select(call.Evaluate) : [Value];

    private static IReadOnlyList<IOperation> Elements(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => Elements(conversion.Operand),
            IArrayCreationOperation { Initializer.ElementValues: var values } => values,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => [],
        };
}
