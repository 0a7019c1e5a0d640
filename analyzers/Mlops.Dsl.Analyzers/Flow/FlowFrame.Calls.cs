using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Calls: into the compilation's own code by running it, into libraries by what their signatures promise.</summary>
internal sealed partial class FlowFrame
{
    public override FlowValue VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        var arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters);
        return Call(operation.TargetMethod, operation, operation.Instance, instance, arguments, operation.IsVirtual);
    }

    public override FlowValue VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        if (operation.Constructor is not { } constructor)
        {
            return DefaultVisit(operation, argument);
        }

        var arguments = Arguments(operation.Arguments, constructor.Parameters);
        var created = Call(constructor, operation, instanceOperation: null, FlowValue.None, arguments, isVirtual: false);

        // A graph has taken initializers apart, but for those of collections that it does not know.
        return operation.Initializer is null ? created : created.Join(Evaluate(operation.Initializer));
    }

    private FlowValue Call(
        IMethodSymbol method,
        IOperation site,
        IOperation? instanceOperation,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments,
        bool isVirtual
    )
    {
        var callee = _engine.Symbols.Of(method);
        arguments = Opened(method, arguments);
        var called = instanceOperation is null && ReferenceEquals(instance, FlowValue.None) ? null : instance;
        var call = new FlowCall(site, method, callee, called, arguments)
        {
            Evaluate = _evaluate,
            Reach = _reach,
            Leave = _leave,
            Invoke = _invoke,
        };
        foreach (var rule in _engine.Rules)
        {
            rule.Check(call, _engine.Report);
        }

        SeeAdders(arguments, instance);
        var told = Mark.None;
        foreach (var rule in _engine.Rules)
        {
            told |= rule.Reported(call);
        }

        // What a generated logger does with its arguments is what was just said of the call.
        var result = callee.IsLogger
            ? FlowValue.None
            : Marked(
                callee,
                told == Mark.None
                    ? Reach(method, site, instanceOperation, instance, arguments, isVirtual)
                    : Reach(
                        method,
                        site,
                        instanceOperation,
                        instance.Without(told),
                        [.. arguments.Select(a => a with { Value = a.Value.Without(told) })],
                        isVirtual
                    )
            );
        if (arguments.Any(static a => a.Value.All != a.Value.Own))
        {
            var made = result.Join(Afterwards(instanceOperation));
            foreach (var rule in _engine.Rules)
            {
                rule.CheckMade(call, made, _engine.Report);
            }
        }

        foreach (var rule in _engine.Rules)
        {
            rule.CheckResult(call, result, _engine.Report);
            result = rule.Result(call, result);
        }

        if (PredictionNames.Are(method))
        {
            result = result.Without(Mark.Asked);
        }

        Settle(call, instanceOperation, instance);
        LeaveIn(call, instanceOperation);
        return result;
    }

    /// <summary>Notes what a call makes of a collection of rows, or of numbers of such, that it changes.</summary>
    private void LeaveIn(FlowCall call, IOperation? instanceOperation)
    {
        if (
            (call.All & (Mark.Unsplit | Mark.Validation | Mark.Test)) != Mark.None
            && call.Method is { ReturnsVoid: true } or { ReturnType.SpecialType: SpecialType.System_Boolean }
            && _engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Left(call)) is var marks
            && marks != Mark.None
        )
        {
            Store(instanceOperation ?? call.Arguments[0].Operation, FlowValue.Of(marks), isWhole: false);
        }
    }

    /// <summary>Takes back what a call has put into its object, and a rule has reported already.</summary>
    private void Settle(FlowCall call, IOperation? instanceOperation, FlowValue before)
    {
        var after = Afterwards(instanceOperation);
        var added = after.All & ~before.All;
        if (
            added != Mark.None
            && _engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Settles(call)) is var settled
            && (settled & added) != Mark.None
        )
        {
            Store(instanceOperation, after.Without(settled & added), isWhole: true);
        }
    }

    /// <summary>What an object is after a call. One that another call gave is not asked for again: that would call it again.</summary>
    private FlowValue Afterwards(IOperation? instance) =>
        instance switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFlowCaptureReferenceOperation =>
                Evaluate(instance),
            IFieldReferenceOperation
            {
                Instance: ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
            } => Evaluate(instance),
            _ => FlowValue.None,
        };

    private FlowValue Reach(
        IMethodSymbol method,
        IOperation site,
        IOperation? instanceOperation,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments,
        bool isVirtual
    )
    {
        switch (method.MethodKind)
        {
            case MethodKind.DelegateInvoke when !instance.Functions.IsEmpty:
                return Invoke(instance, [.. arguments.Select(a => a.Value)], site, arguments);
            case MethodKind.LocalFunction when _body.LocalFunction(method.OriginalDefinition) is { } body:
                var function = new FlowFunction(
                    method,
                    body,
                    _state[FlowState.Receiver].WithFunctions(MaximumNesting),
                    Capture(body, known: null)
                );
                return Invoke(function, [.. arguments.Select(a => a.Value)], site, arguments);
            case MethodKind.Constructor when method.ContainingType.Locations.Any(static location => location.IsInSource):
                return Construct(method, site, instanceOperation, instance, arguments);
        }

        var targets =
            isVirtual || method.IsAbstract ? FollowedTargets(method)
            : _engine.Bodies.Has(method) ? [method]
            : [];
        return targets.IsEmpty
                ? (_engine.IsElsewhere(method) ? FlowValue.None : CallLibrary(method, instanceOperation, instance, arguments, site))
            : IsTold(method, targets, instanceOperation, instance, arguments) ? Tell(site, instance, arguments)
            : Follow(targets, site, instance, arguments, instanceOperation);
    }

    private ImmutableArray<IMethodSymbol> FollowedTargets(IMethodSymbol method) =>
        method.Locations.Any(static location => location.IsInSource) || method.IsAbstract || method.IsVirtual
            ? [.. _engine.Dispatch.Targets(method).Where(_engine.Bodies.Has)]
            : [];

    /// <summary>Runs the bodies that a call may reach.</summary>
    private FlowValue Follow(
        ImmutableArray<IMethodSymbol> targets,
        IOperation site,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments,
        IOperation? instanceOperation
    )
    {
        var value = FlowValue.None;
        SeeLambdas(arguments, instance, site);
        ImmutableArray<FlowValue> values = [.. arguments.Select(a => Refresh(a.Value))];
        foreach (var target in targets)
        {
            if (_engine.Bodies.Find(target) is not { } body || _engine.Run(body, instance, values, new FlowState()) is not { } result)
            {
                value = value.Join(FlowValue.Of(arguments.Aggregate(instance.All, static (all, a) => all | a.Value.All)));
                continue;
            }

            value = value.Join(result.Value);
            Close(result, arguments, site);
            ReturnObjects(result, instance, instanceOperation, arguments, values);
        }

        return value;
    }

    /// <summary>Brings back what a call did to the objects and variables that it was given.</summary>
    private void ReturnObjects(
        FlowResult result,
        FlowValue instance,
        IOperation? instanceOperation,
        ImmutableArray<FlowArgument> arguments,
        ImmutableArray<FlowValue> values
    )
    {
        if (instanceOperation is not null && !result.Receiver.Equals(instance))
        {
            Store(instanceOperation, result.Receiver, isWhole: false);
        }

        for (var i = 0; i < arguments.Length && !result.Arguments.IsDefault && i < result.Arguments.Length; i++)
        {
            var kind = arguments[i].Parameter.RefKind;
            if (kind == RefKind.Out || (kind == RefKind.Ref && !result.Arguments[i].Equals(values[i])))
            {
                Store(arguments[i].Operation, result.Arguments[i], isWhole: kind == RefKind.Out);
            }
            else if (!result.Arguments[i].Equals(values[i]))
            {
                Store(arguments[i].Operation, result.Arguments[i], isWhole: false);
                WriteBy(arguments[i].Operation?.Type, result.Arguments[i]);
            }
        }
    }

    private FlowValue Construct(
        IMethodSymbol constructor,
        IOperation site,
        IOperation? instanceOperation,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments
    )
    {
        var type = constructor.ContainingType.OriginalDefinition;
        var created = instanceOperation is null ? FlowValue.None : instance;
        var isPrimary = IsPrimary(constructor);
        if (isPrimary)
        {
            foreach (var argument in arguments)
            {
                // A positional record has a property for it; a class may use it anywhere.
                created = created.WithMember(
                    type.IsRecord ? argument.Parameter.Name : CapturedParameter(argument.Parameter),
                    Refresh(argument.Value)
                );
            }
        }

        foreach (
            var member in type.GetMembers()
                .Where(static m => m is { IsStatic: false, IsImplicitlyDeclared: false } and (IFieldSymbol or IPropertySymbol))
        )
        {
            if (_engine.Bodies.FindInitializer(member) is { } initializer)
            {
                // Its parameters are the primary constructor's, which it reads as they were given.
                var scope = new FlowState();
                if (isPrimary)
                {
                    foreach (var argument in arguments)
                    {
                        scope[argument.Parameter.OriginalDefinition] = argument.Value;
                    }
                }

                // In its graph, an initializer is an assignment to the member.
                created = _engine.Run(initializer, created, [], scope)?.Receiver ?? created;
            }
        }

        if (
            _engine.Bodies.Find(constructor) is { } body
            && _engine.Run(body, created, [.. arguments.Select(a => Refresh(a.Value))], new FlowState()) is { } result
        )
        {
            created = created.Join(result.Receiver);
            Close(result, arguments, site);
            ReturnObjects(result, FlowValue.None, instanceOperation: null, arguments, [.. arguments.Select(a => Refresh(a.Value))]);
        }

        if (instanceOperation is not null)
        {
            Store(instanceOperation, created, isWhole: false);
        }

        return created;
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0
        && constructor.DeclaringSyntaxReferences.Any(static r =>
            r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax
        );

    private ImmutableArray<FlowArgument> Arguments(
        ImmutableArray<IArgumentOperation> operations,
        ImmutableArray<IParameterSymbol> parameters
    )
    {
        var arguments = new FlowArgument[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new FlowArgument(parameters[i], Operation: null, FlowValue.None);
        }

        foreach (var operation in operations)
        {
            // In the order in which they are evaluated, which named arguments may change.
            if (operation.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
            {
                arguments[parameter.Ordinal] = new FlowArgument(parameter, operation.Value, Evaluate(operation.Value));
            }
        }

        return ImmutableArray.Create(arguments);
    }
}
