using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Follows an argument into a helper of the compilation's own, such as one that logs what it is given.</summary>
internal static class HelperArguments
{
    /// <summary>Where the helper uses the parameter that takes the argument; null where its body is not what surely runs.</summary>
    public static IEnumerable<IOperation>? Uses(IArgumentOperation argument)
    {
        if (argument is not { Parent: IInvocationOperation { IsVirtual: false, TargetMethod: { } called, SemanticModel: { } model }, Parameter: { RefKind: RefKind.None or RefKind.In } taken }
            || called.OriginalDefinition is not { IsAbstract: false } method
            || (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is not [var declaration, ..])
        {
            return null;
        }

        var syntax = declaration.GetSyntax();
#pragma warning disable RS1030 // Candidates are few, and those that are given to helpers fewer: a model of another file is asked for when one is.
        var declaring = model.SyntaxTree == syntax.SyntaxTree ? model : model.Compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return declaring.GetOperation(syntax) is { } body
            ? body.Descendants().OfType<IParameterReferenceOperation>().Where(use => use.Parameter.Ordinal == taken.Ordinal && IsOf(use.Parameter, method))
            : null;
    }

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method.PartialImplementationPart ?? method);
}
