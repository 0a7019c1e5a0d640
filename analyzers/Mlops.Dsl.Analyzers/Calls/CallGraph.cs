using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>What each body of the compilation calls, to be asked when the compiler is through with all of them.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="members">Its members.</param>
/// <param name="foreign">Libraries that are compiled along; null where nobody asks for them.</param>
/// <param name="read">Reads the body of a member, if nobody has.</param>
internal sealed class CallGraph(Compilation compilation, MemberTable members, ForeignSource? foreign, Action<Member> read)
{
    private Dispatch? _dispatch;

    /// <summary>The compilation's members.</summary>
    public MemberTable Members => members;

    /// <summary>
    /// What may run where a method is called through an interface or a base class. Costs a walk over all types when first asked for.
    /// </summary>
    public Dispatch Dispatch => _dispatch ??= Dispatch.Of(compilation);

    /// <summary>What runs, or may run, when a member does.</summary>
    public ImmutableArray<Callee> Callees(Member member)
    {
        if (member.Callees.IsDefault)
        {
            member.Callees = [.. Find(member)];
        }

        return member.Callees;
    }

    private IEnumerable<Callee> Find(Member member)
    {
        read(member);
        var calls = member.Calls.IsDefault ? [] : member.Calls;
        foreach (var call in calls)
        {
            yield return new(call.Target, IsUnlikely: call.IsGuarded);
            if (!call.IsExact && call.Target is { CanBeReplaced: true, Symbol: IMethodSymbol method })
            {
                foreach (var replacement in Dispatch.Replacements(method))
                {
                    yield return new(
                        members.Of(replacement),
                        replacement is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class } type } ? type : null,
                        call.IsGuarded
                    );
                }
            }
        }

        var implied = member.Symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => OfConstruction(constructor, calls),
            IMethodSymbol { IsStatic: true, MethodKind: not MethodKind.StaticConstructor } method => OfStaticConstructor(
                method.ContainingType
            ),
            INamedTypeSymbol type => type.GetMembers()
                .Where(MayInitialize)
                .Select(members.Of)
                .Where(HasStaticInitialization)
                .Select(initialized => new Callee(
                    initialized,
                    IsUnlikely: IsMadeWhenNeeded(initialized.Symbol) || foreign?.Contains(type) == true
                )),
            _ => [],
        };
        foreach (var callee in member.Symbol is IMethodSymbol stage ? implied.Concat(OfServices(stage)) : implied)
        {
            yield return callee;
        }
    }

    private IEnumerable<Callee> OfServices(IMethodSymbol method) =>
        method.Parameters.Any(Services.IsService)
            ? Services.ConstructorsFor(method, Dispatch).Select(constructor => new Callee(members.Of(constructor)))
            : [];

    private IEnumerable<Callee> OfConstruction(IMethodSymbol constructor, ImmutableArray<Call> calls)
    {
        var type = constructor.ContainingType;
        foreach (var member in type.GetMembers())
        {
            if (
                !member.IsStatic
                && member.Kind is SymbolKind.Field or SymbolKind.Property or SymbolKind.Event
                && members.Of(member) is { HasBody: true } initialized
            )
            {
                yield return new(initialized, IsUnlikely: IsMadeWhenNeeded(member));
            }
        }

        if (
            type.BaseType?.OriginalDefinition is { } parent
            && parent.IsIn(compilation.Assembly)
            && !calls.Any(call =>
                call.Target.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } called
                && called.ContainingType.Equals(parent, SymbolEqualityComparer.Default)
            )
            && parent.InstanceConstructors.FirstOrDefault(static c => c.Parameters.All(static p => p.IsOptional || p.IsParams))
                is { } implicitly
        )
        {
            yield return new(members.Of(implicitly));
        }

        foreach (var method in OutsideCalls.Of(type, compilation.Assembly))
        {
            yield return new(members.Of(method), IsUnlikely: method.Name == nameof(ToString));
        }

        foreach (var callee in OfStaticConstructor(type))
        {
            yield return callee;
        }
    }

    /// <summary>An explicit static constructor runs before any member of its type is used, and the initializers with it.</summary>
    private IEnumerable<Callee> OfStaticConstructor(INamedTypeSymbol type) =>
        type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared) ? [new(members.Of(type))] : [];

    /// <summary>
    /// Whether what a field or property starts with is computed when somebody uses it: until then, only the recipe is there.
    /// </summary>
    private static bool IsMadeWhenNeeded(ISymbol member) =>
        (
            member switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            }
        )
            is { Name: "Lazy" or "ThreadLocal" or "AsyncLazy" };

    private static bool MayInitialize(ISymbol member) =>
        member.IsStatic && member is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or not (IMethodSymbol or ITypeSymbol);

    private static bool HasStaticInitialization(Member member) => member.Symbol.Kind == SymbolKind.Method || member.HasBody;
}
