using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Calls of the compilation's own code, which is run to see what it does.</summary>
/// <param name="context">The body that calls.</param>
/// <param name="captures">What functions among the arguments know.</param>
/// <param name="functions">Calls of functions among the arguments.</param>
/// <param name="effects">Brings back what the code does.</param>
internal sealed class OwnCalls(FrameContext context, Captures captures, FunctionCalls functions, CallEffects effects)
{
    /// <summary>The methods with code that a virtual call may reach.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method) =>
        method.Locations.Any(static location => location.IsInSource) || method.IsAbstract || method.IsVirtual
            ? [.. context.Engine.Dispatch.Targets(method).Where(context.Engine.Bodies.Has)]
            : [];

    /// <summary>Runs the bodies that a call may reach.</summary>
    public FlowValue Follow(ImmutableArray<IMethodSymbol> targets, CallSite site)
    {
        var value = FlowValue.None;
        functions.SeeLambdas(site.Arguments, site.Instance, site.Operation);
        var values = Given(site.Arguments);
        foreach (var target in targets)
        {
            if (
                context.Engine.Bodies.Find(target) is not { } body
                || context.Engine.Run(body, site.Instance, values, new FlowState()) is not { } result
            )
            {
                value = value.Join(FlowValue.Of(site.Marks));
                continue;
            }

            value = value.Join(result.Value);
            effects.Return(result, site, values);
        }

        return value;
    }

    /// <summary>What a method that is not followed gives: something that may come from anything that it takes.</summary>
    public FlowValue Tell(CallSite site)
    {
        functions.SeeLambdas(site.Arguments, site.Instance, site.Operation);
        return FlowValue.Of(site.Marks);
    }

    /// <summary>What a constructor makes: what initializers put into the object, and what its body does.</summary>
    public FlowValue Construct(CallSite site)
    {
        var constructor = site.Method;
        var type = constructor.ContainingType.OriginalDefinition;
        var isPrimary = IsPrimary(constructor);
        var created = site.Object is null ? FlowValue.None : site.Instance;
        if (isPrimary)
        {
            created = WithParameters(created, type, site.Arguments);
        }

        created = Initialize(created, type, isPrimary ? site.Arguments : []);
        if (
            context.Engine.Bodies.Find(constructor) is { } body
            && context.Engine.Run(body, created, Given(site.Arguments), new FlowState()) is { } result
        )
        {
            created = created.Join(result.Receiver);
            effects.Return(result, site with { Object = null }, Given(site.Arguments));
        }

        if (site.Object is not null)
        {
            context.Store(site.Object, created, isWhole: false);
        }

        return created;
    }

    /// <summary>An object with the parameters of its primary constructor.</summary>
    private FlowValue WithParameters(FlowValue created, INamedTypeSymbol type, ImmutableArray<FlowArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            // A positional record has a property for it; a class may use it anywhere.
            created = created.WithMember(
                type.IsRecord ? argument.Parameter.Name : PartNames.Captured(argument.Parameter),
                captures.Refresh(argument.Value)
            );
        }

        return created;
    }

    /// <summary>An object after the initializers of its fields and properties.</summary>
    /// <param name="created">The object before.</param>
    /// <param name="type">Its type.</param>
    /// <param name="primary">The arguments of the primary constructor, whose parameters initializers read as they were given.</param>
    private FlowValue Initialize(FlowValue created, INamedTypeSymbol type, ImmutableArray<FlowArgument> primary)
    {
        foreach (
            var member in type.GetMembers()
                .Where(static m => m is { IsStatic: false, IsImplicitlyDeclared: false } and (IFieldSymbol or IPropertySymbol))
        )
        {
            if (context.Engine.Bodies.FindInitializer(member) is { } initializer)
            {
                var scope = new FlowState();
                foreach (var argument in primary)
                {
                    scope[argument.Parameter.OriginalDefinition] = argument.Value;
                }

                // In its graph, an initializer is an assignment to the member.
                created = context.Engine.Run(initializer, created, [], scope)?.Receiver ?? created;
            }
        }

        return created;
    }

    private ImmutableArray<FlowValue> Given(ImmutableArray<FlowArgument> arguments) =>
        [.. arguments.Select(a => captures.Refresh(a.Value))];

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0
        && constructor.DeclaringSyntaxReferences.Any(static r =>
            r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax
        );
}
