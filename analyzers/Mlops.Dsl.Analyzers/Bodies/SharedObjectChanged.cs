using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Pipelines;
using Mlops.Dsl.Analyzers.Tracking;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>A field that nobody assigns still is state, if what it refers to changes.</summary>
internal sealed class SharedObjectChanged : BodyRule
{
    public override DiagnosticDescriptor Rule => MutableState.Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.FieldReference, OperationKind.PropertyReference];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        if (
            operation
                is IMemberReferenceOperation
                {
                    Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
                    Member: var member
                } shared
            && IsState(member, pipeline)
            && body.OwningSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor }
            && (
                IsChanged(shared, shared.Type)
                || (IsTable(shared.Type) && TableOfStages.IsFilled(shared, body.OwningSymbol, pipeline, types, body.CancellationToken))
            )
        )
        {
            body.ReportDiagnostic(Diagnostic.Create(Rule, shared.Syntax.GetLocation(), member.Name, "something that no stage changes"));
        }
    }

    /// <summary>
    /// What the declaration does not tell: a read-only field, or a property without a setter. What can be assigned is reported there.
    /// </summary>
    private static bool IsState(ISymbol member, INamedTypeSymbol pipeline) =>
        member.ContainingType.Is(pipeline)
        && member switch
        {
            IFieldSymbol field => field.IsReadOnly,
            IPropertySymbol { SetMethod: null or { IsInitOnly: true }, IsIndexer: false } property => pipeline
                .GetMembers()
                .OfType<IFieldSymbol>()
                .Any(field => field.AssociatedSymbol.Is(property)),
            _ => false,
        };

    private static bool IsChanged(IOperation shared, ITypeSymbol? type) =>
        shared.Parent switch
        {
            IInvocationOperation call when call.Instance == shared => Changes(call, type),
            IPropertyReferenceOperation { Property.IsIndexer: true } entry => entry.Instance == shared
                && IsAssigned(entry)
                && !IsTable(type),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } part => part.Instance == shared
                && part.Member.DeclaringSyntaxReferences.Length > 0
                && IsAssigned(part),
            IArrayElementReferenceOperation element => element.ArrayReference == shared && IsAssigned(element),
            IConversionOperation { IsImplicit: true } conversion => IsChanged(conversion, type),
            _ => false,
        };

    /// <summary>
    /// Whether a method changes a collection of the framework's, draws from a generator, or is there to change an object of the
    /// compilation's own.
    /// </summary>
    private static bool Changes(IInvocationOperation call, ITypeSymbol? type) =>
        call.TargetMethod switch
        {
            { ContainingType.Name: "Random", Name: var name } => name.StartsWith("Next", StringComparison.Ordinal)
                || name is "Shuffle" or "GetItems",
            { DeclaringSyntaxReferences.Length: > 0 } => call.Parent is IExpressionStatementOperation && SideEffects.May(call),
            {
                Name: "Add"
                    or "AddRange"
                    or "AddFirst"
                    or "AddLast"
                    or "Clear"
                    or "ExceptWith"
                    or "Insert"
                    or "InsertRange"
                    or "Remove"
                    or "RemoveAll"
                    or "RemoveAt"
                    or "UnionWith"
                    or "Sort"
                    or "Reverse"
                    or "Enqueue"
                    or "Push"
                    or "Append"
                    or "AppendLine"
            } method => IsCollection(method.ContainingType) && !IsTable(type),
            _ => false,
        };

    /// <summary>What is kept under keys may be a memory of something computed, and pools get back what they gave away.</summary>
    private static bool IsTable(ITypeSymbol? type) =>
        type is { Name: "Dictionary" or "ConcurrentDictionary" or "IDictionary" or "SortedDictionary" };

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.Name == "StringBuilder"
        || (
            type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            && !type.ContainingNamespace.ToDisplayString().EndsWith("Immutable", StringComparison.Ordinal)
        );

    private static bool IsAssigned(IOperation place) =>
        place.Parent switch
        {
            IAssignmentOperation { Kind: not OperationKind.CoalesceAssignment } assignment => assignment.Target == place,
            IIncrementOrDecrementOperation => true,
            _ => false,
        };
}
