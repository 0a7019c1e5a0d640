using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>The engine has put the parameters' values into cache keys before any stage runs.</summary>
internal sealed class ParameterWritten : BodyRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1008",
        "Stage changes a parameter",
        "'{0}' is a parameter: changing it in a stage changes what other stages see, and no cache key knows",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Parameters are bound, validated and written into cache keys before the first stage runs. A stage that assigns one "
            + "makes later stages run with a value that no key and no record has. Declare the parameter { get; init; }.",
        helpLinkUri: RuleHelp.Link("MLP1008")
    );

    /// <summary>The same for code elsewhere, of which a message has to tell how a stage gets there.</summary>
    public static readonly DiagnosticDescriptor Elsewhere = new(
        "MLP1008",
        "Stage changes a parameter",
        "{0} changes '{1}', which is a parameter: other stages see another value, and no cache key knows; return what is needed instead",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Parameters are bound, validated and written into cache keys before the first stage runs. Code that a stage hands its "
            + "pipeline to, and that assigns one, makes later stages run with a value that no key and no record has.",
        helpLinkUri: RuleHelp.Link("MLP1008")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations =>
        [
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Increment,
            OperationKind.Decrement,
        ];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        if (body.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            return;
        }

        foreach (var target in Targets(operation))
        {
            if (
                target
                    is IPropertyReferenceOperation
                    {
                        Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
                        Property: var property
                    }
                && property.ContainingType.Is(pipeline)
                && (property.FindAttribute(types.Parameter) ?? property.FindAttribute(types.Secret) ?? property.FindAttribute(types.Window))
                    is not null
            )
            {
                body.ReportDiagnostic(Diagnostic.Create(Descriptor, target.Syntax.GetLocation(), property.Name));
            }
        }
    }

    private static IEnumerable<IOperation> Targets(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation { Target: ITupleOperation targets } => targets.Descendants(),
            IAssignmentOperation assignment => [assignment.Target],
            IIncrementOrDecrementOperation increment => [increment.Target],
            _ => [],
        };
}
