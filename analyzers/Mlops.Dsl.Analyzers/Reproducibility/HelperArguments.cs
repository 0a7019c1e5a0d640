using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Follows an argument into a helper of the compilation's own, such as one that logs what it is given, or an object that is made with it.
/// </summary>
internal static class HelperArguments
{
    /// <summary>The declaration of the helper that is given an argument; null where its body is not what surely runs.</summary>
    public static SyntaxReference? Helper(IArgumentOperation argument) =>
        argument is { SemanticModel: not null, Parameter: { RefKind: RefKind.None or RefKind.In } parameter }
            ? argument.Parent switch
            {
                IInvocationOperation { IsVirtual: false, TargetMethod.OriginalDefinition: { IsAbstract: false } method } => Declaration(
                    method
                ),

                // What a record is made with, it shows to everybody.
                IObjectCreationOperation { Constructor: { ContainingType.IsRecord: false } constructor } => Declaration(
                    constructor.OriginalDefinition
                ),
                _ => null,
            }
            : null;

    /// <summary>
    /// Where a helper uses the parameter that takes an argument; null if it has no body. Has the compiler look at the body once more.
    /// </summary>
    public static IEnumerable<IOperation>? Uses(IArgumentOperation argument, SyntaxReference helper)
    {
        var parameter = argument.Parameter!.OriginalDefinition;
        var syntax = helper.GetSyntax();
        if (syntax is TypeDeclarationSyntax && parameter.ContainingType is { } type)
        {
            return FieldUses.Named(type, parameter, argument.SemanticModel);
        }

        return FieldUses.Model(argument.SemanticModel!, syntax.SyntaxTree).GetOperation(syntax) is { } body
            ? body.Descendants()
                .OfType<IParameterReferenceOperation>()
                .Where(use => use.Parameter.Ordinal == parameter.Ordinal && IsOf(use.Parameter, (IMethodSymbol)parameter.ContainingSymbol))
            : null;
    }

    private static SyntaxReference? Declaration(IMethodSymbol method) =>
        ((method.ReducedFrom ?? method).PartialImplementationPart ?? method).DeclaringSyntaxReferences is [var declaration, ..]
            ? declaration
            : null;

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol method) =>
        parameter.ContainingSymbol.Same(method.PartialImplementationPart ?? method);
}
