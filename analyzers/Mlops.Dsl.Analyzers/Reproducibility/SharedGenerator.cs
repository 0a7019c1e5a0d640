using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A generator that has a seed, from which several threads draw in turns that nobody decides.</summary>
internal sealed class SharedGenerator : ReachedOperationRule
{
    private const string Generator = "Random";

    // Asked of each method of a class, and the same for all of them.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, Owner> Owners = new();

    private static readonly DiagnosticDescriptor Descriptor = UnseededRandom.Descriptor.Saying(
        "{0} draws random numbers from '{1}' by several threads at once, so that who draws which number is chance, and no run can be "
            + "repeated; give each its own, such as StageContext.CreateRandom(index)"
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) =>
            member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && (Draws(method) || method.Parameters.Any(static p => IsGenerator(p.Type)) || (isOwn && MayHold(method)));

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation is IInvocationOperation call
        && ParallelBodies.Around(call) is { } threads
        && Shared(call, threads) is { } shared
            ? new Fault(shared.Syntax.GetLocation(), [shared.Syntax.ToString()])
            : null;

    /// <summary>
    /// The generator that a call draws from, or hands to what does, or the object that keeps it; null if each thread has its own.
    /// </summary>
    private static IOperation? Shared(IInvocationOperation call, IOperation threads)
    {
        if (Draws(call.TargetMethod))
        {
            return IsShared(call.Instance, threads) ? call.Instance : null;
        }

        return call.Arguments.FirstOrDefault(a => IsGenerator(a.Value.Type) && IsShared(a.Value, threads))?.Value
            ?? (
                IsShared(call.Instance, threads)
                && call.Instance is not IInstanceReferenceOperation
                && SharedHelpers.Body(call) is { } body
                && body.Descendants().Any(static step => step is IInvocationOperation draw && DrawsFromOwn(draw))
                    ? call.Instance
                    : null
            );
    }

    private static bool Draws(IMethodSymbol method) =>
        !method.IsStatic
        && IsGenerator(method.ContainingType)
        && (method.Name.StartsWith("Next", StringComparison.Ordinal) || method.Name is "Shuffle" or "GetItems" or "GetString");

    private static bool DrawsFromOwn(IInvocationOperation draw) =>
        Draws(draw.TargetMethod)
        && draw.Instance
            is IMemberReferenceOperation { Instance: IInstanceReferenceOperation }
                or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    /// <summary>Whether objects of a method's type keep a generator.</summary>
    private static bool MayHold(IMethodSymbol method) =>
        method is { IsStatic: false, IsAbstract: false, ContainingType: { } type }
        && !method.CanBeReplaced()
        && Owners.GetValue(type, static type => new Owner(type.GetMembers().Any(Keeps))).KeepsGenerator;

    private static bool Keeps(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => !field.IsStatic && IsGenerator(field.Type),
            IPropertySymbol property => !property.IsStatic && IsGenerator(property.Type),
            IMethodSymbol { MethodKind: MethodKind.Constructor } made => made.Parameters.Any(static p => IsGenerator(p.Type)),
            _ => false,
        };

    private static bool IsGenerator(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == Generator && current.ContainingNamespace.Is("System"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether threads share a generator, or its owner. One without a seed is told where it is made.</summary>
    private static bool IsShared(IOperation? place, IOperation threads) =>
        place is not (null or IMemberReferenceOperation { Instance: null, Member.ContainingType.Name: Generator })
        && threads.Shares(place.Unconverted())
        && !(place.Unconverted() is ILocalReferenceOperation { Local: var local } && place.Root().Values(local).Any(IsUnseeded));

    private static bool IsUnseeded(IOperation made) =>
        made.Unconverted() is IObjectCreationOperation { Arguments.IsEmpty: true } && IsGenerator(made.Type);

    private sealed class Owner(bool keepsGenerator)
    {
        public bool KeepsGenerator { get; } = keepsGenerator;
    }
}
