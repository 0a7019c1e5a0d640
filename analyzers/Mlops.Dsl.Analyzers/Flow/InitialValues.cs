using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What fields and properties hold from the start: those that are static, and those of an object whose construction nobody saw, such as the
/// pipeline's own.
/// Only what may hold functions is worth running an initializer for.
/// </summary>
internal static class InitialValues
{
    /// <summary>What a member holds before anything is assigned to it.</summary>
    /// <param name="engine">Runs the initializer, or the constructor.</param>
    /// <param name="member">A field or property.</param>
    /// <param name="type">Its type.</param>
    /// <param name="instance">The object; nothing where the member is static.</param>
    public static FlowValue Of(FlowEngine engine, ISymbol member, ITypeSymbol type, FlowValue instance)
    {
        if (!MayHoldFunctions(type) || instance.Knows(member.Name) || !member.Locations.Any(static location => location.IsInSource))
        {
            return FlowValue.None;
        }

        var definition = member.OriginalDefinition;
        if (engine.Bodies.FindInitializer(definition) is { } initializer)
        {
            return engine.Run(initializer, instance, [], new FlowState()) is not { } result ? FlowValue.None
                : member.IsStatic ? result.Value
                : result.Receiver.Member(member.Name);
        }

        var constructor = member.IsStatic
            ? null
            : definition.ContainingType.InstanceConstructors.FirstOrDefault(static c => c.Parameters.IsEmpty);
        return constructor is not null && engine.Bodies.Find(constructor) is { } body
            ? engine.Run(body, instance, [], new FlowState())?.Receiver.Member(member.Name) ?? FlowValue.None
            : FlowValue.None;
    }

    private static bool MayHoldFunctions(ITypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Delegate } => true,
            { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } => false,
            IArrayTypeSymbol array => MayHoldFunctions(array.ElementType),
            INamedTypeSymbol named => named.Locations.Any(static location => location.IsInSource)
                || named.TypeArguments.Any(MayHoldFunctions),
            _ => false,
        };
}
