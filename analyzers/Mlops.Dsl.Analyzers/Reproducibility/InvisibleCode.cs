using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>What is called by name, through dynamic or natively is not in the compiled code.</summary>
internal sealed class InvisibleCode : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4012",
        "Code that the fingerprint cannot follow",
        "{0} runs code that its fingerprint cannot follow, with '{1}': a change there may be missed, and an old result reused; call it "
            + "directly, or mark the stage [NoCache]",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The fingerprint is computed from what the compiled code calls. What is found at run time, by name, through dynamic "
            + "or in native code, is not in it.",
        helpLinkUri: RuleHelp.Link("MLP4012")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Reflection.MethodBase",
            "System.Reflection.PropertyInfo",
            "System.Activator",
            "System.Type",
            "System.Reflection.Assembly",
            "System.Runtime.Loader.AssemblyLoadContext",
            "System.Linq.Expressions.LambdaExpression",
            "System.Runtime.InteropServices.NativeLibrary",
            "System.Runtime.InteropServices.Marshal",
        ];

    public override ImmutableArray<OperationKind> Operations =>
        [
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicObjectCreation,
            OperationKind.DynamicIndexerAccess,
            OperationKind.Binary,
            OperationKind.Unary,
            OperationKind.CompoundAssignment,
        ];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) => member is IMethodSymbol method && IsByName(method);

    public override bool MayConcern(IOperation operation) =>
        operation.Kind is not (OperationKind.Binary or OperationKind.Unary or OperationKind.CompoundAssignment)
        || operation.Type?.TypeKind == TypeKind.Dynamic;

    public override Func<ISymbol, bool, bool> Recognizes => static (member, _) => member is IMethodSymbol { IsExtern: true };

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IInvocationOperation { TargetMethod.IsExtern: true } call => operation.Fault(call.TargetMethod.Name),
            IInvocationOperation call => IsMade(call) ? null : operation.Fault(operation.MemberName),
            IDynamicMemberReferenceOperation { Parent: IDynamicInvocationOperation } => null,
            {
                Kind: OperationKind.DynamicInvocation
                    or OperationKind.DynamicMemberReference
                    or OperationKind.DynamicObjectCreation
                    or OperationKind.DynamicIndexerAccess
            } => operation.Fault("dynamic"),
            { Kind: OperationKind.Binary or OperationKind.Unary or OperationKind.CompoundAssignment } operands =>
                operands.ChildOperations.Any(IsCalled) ? null : operation.Fault("dynamic"),
            _ => null,
        };

    /// <summary>Whether an operand is reported by itself.</summary>
    private static bool IsCalled(IOperation operand) =>
        operand switch
        {
            IConversionOperation conversion => IsCalled(conversion.Operand),
            {
                Kind: OperationKind.DynamicInvocation
                    or OperationKind.DynamicMemberReference
                    or OperationKind.DynamicObjectCreation
                    or OperationKind.DynamicIndexerAccess
            } => true,
            IBinaryOperation or IUnaryOperation => operand.Type?.TypeKind == TypeKind.Dynamic,
            _ => false,
        };

    private static bool IsByName(IMethodSymbol method) =>
        (method.ContainingType.Name, method.Name) switch
        {
            ("Activator", "CreateInstance") => !method.IsGenericMethod,


            ("MethodBase" or "MethodInfo" or "ConstructorInfo", "Invoke")
            or
            ("PropertyInfo", "GetValue" or "SetValue")
            or ("Type", "InvokeMember") => true,
            (
                "Assembly"
                    or "AssemblyLoadContext",
                "Load"
                    or "LoadFrom"
                    or "LoadFile"
                    or "LoadFromAssemblyPath"
                    or "LoadFromStream"
                    or "LoadFromAssemblyName"
                    or "CreateInstance"
            ) => true,
            ("Type" or "Assembly", "GetType") => method.Parameters.Length > 0,


            ("LambdaExpression" or "Expression", "Compile")
            or
            ("NativeLibrary", "Load" or "GetExport")
            or ("Marshal", "GetDelegateForFunctionPointer") => true,
            _ => false,
        };

    /// <summary>A type that the code names is in the fingerprint with all of its methods.</summary>
    private static bool IsMade(IInvocationOperation call) =>
        call.TargetMethod.Name == "CreateInstance"
        && call.TargetMethod.ContainingType.Name == "Activator"
        && call.Arguments.FirstOrDefault()?.Value is ITypeOfOperation;
}
