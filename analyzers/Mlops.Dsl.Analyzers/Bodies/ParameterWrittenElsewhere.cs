using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>A helper that a stage hands its pipeline to may change a parameter as well.</summary>
internal sealed class ParameterWrittenElsewhere : ReachedOperationRule
{
    public override DiagnosticDescriptor Rule => ParameterWritten.Elsewhere;

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) =>
            isOwn
            && member is IPropertySymbol { SetMethod: not null }
            && (member.Find("Parameter") ?? member.Find("Secret") ?? member.Find("Window")) is not null;

    /// <summary>What the pipeline does to itself is told where it does.</summary>
    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation
            is IPropertyReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation, Property: var parameter } target
        && IsWritten(target)
        && instance is not IObjectCreationOperation
            ? operation.Fault(parameter.Name)
            : null;

    private static bool IsWritten(IOperation target) =>
        target.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == target
                && assignment.Parent is not IObjectOrCollectionInitializerOperation,
            IIncrementOrDecrementOperation => true,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target == tuple,
            _ => false,
        };
}
