using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>
/// Tells a table by which one stage hands something to another from one that remembers what was computed: the former is filled in one
/// stage, without being asked first, and read in another.
/// </summary>
internal static class TableOfStages
{
    /// <summary>Whether a use of a table puts something into it for another stage.</summary>
    public static bool IsFilled(
        IMemberReferenceOperation table,
        ISymbol stage,
        INamedTypeSymbol pipeline,
        KnownTypes types,
        CancellationToken cancellationToken
    ) =>
        Fills(table)
        && IsStage(stage, types)
        && !AsksFirst(stage, table.Member.Name, cancellationToken)
        && pipeline
            .GetMembers()
            .Any(other =>
                !SymbolEqualityComparer.Default.Equals(other, stage)
                && IsStage(other, types)
                && Mentions(other, table.Member.Name, cancellationToken)
            );

    private static bool Fills(IOperation table) =>
        table.Parent switch
        {
            IPropertyReferenceOperation
            {
                Property.IsIndexer: true,
                Parent: IAssignmentOperation { Kind: not OperationKind.CoalesceAssignment } assignment
            } entry => assignment.Target == entry,
            IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IIncrementOrDecrementOperation } => true,
            IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddOrUpdate" or "Remove" or "Clear" } call => call.Instance
                == table,
            _ => false,
        };

    private static bool IsStage(ISymbol member, KnownTypes types) =>
        member is IMethodSymbol && member.FindAttribute(types.Stage) is not null;

    private static bool AsksFirst(ISymbol stage, string table, CancellationToken cancellationToken) =>
        Accesses(stage, table, cancellationToken)
            .Any(static access =>
                access.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" or "ContainsKey" or "GetOrAdd" }
            );

    private static bool Mentions(ISymbol stage, string table, CancellationToken cancellationToken) =>
        Accesses(stage, table, cancellationToken).Any();

    private static IEnumerable<SyntaxNode> Accesses(ISymbol stage, string table, CancellationToken cancellationToken) =>
        stage
            .DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.IsKind(SyntaxKind.IdentifierToken) && name.Identifier.ValueText == table)
            .Select(static name =>
                name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? (SyntaxNode)access : name
            );
}
