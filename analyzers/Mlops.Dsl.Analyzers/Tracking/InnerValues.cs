using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Tells whether what is put into a collection is made for it, so that nobody else has it.</summary>
internal static class InnerValues
{
    /// <summary>Whether a value, and all that it is made with, is new, or a value that cannot be changed.</summary>
    public static bool AreNew(IOperation value) => value.DescendantsAndSelf().All(IsNew);

    private static bool IsNew(IOperation step) =>
        step switch
        {
            _ when FillsInitialized(step) => true,
            ILocalReferenceOperation
            or IParameterReferenceOperation
            or IMemberReferenceOperation
            or IInvocationOperation
            or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => step.Type
                is null
                    or { IsValueType: true }
                    or { SpecialType: SpecialType.System_String or SpecialType.System_Void }
                || step.Type.Name.EndsWith("Comparer", StringComparison.Ordinal),
            _ => true,
        };

    /// <summary>Whether a step of an initializer names a place of what it initializes, or adds to it.</summary>
    private static bool FillsInitialized(IOperation step) =>
        step.Parent switch
        {
            IObjectOrCollectionInitializerOperation => true,
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } assignment => assignment.Target == step,
            _ => false,
        };
}
