using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Follows an argument into a helper of the compilation's own, such as one that logs what it is given.</summary>
internal static class HelperArguments
{
    /// <summary>The declaration of the helper that is given an argument; null where its body is not what surely runs.</summary>
    public static SyntaxReference? Helper(IArgumentOperation argument) =>
        argument is { Parent: IInvocationOperation { IsVirtual: false, TargetMethod: { } called, SemanticModel: not null }, Parameter: { RefKind: RefKind.None or RefKind.In } }
        && called.OriginalDefinition is { IsAbstract: false } method
        && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is [var declaration, ..]
            ? declaration : null;

    /// <summary>Where a helper uses the parameter that takes an argument; null if it has no body. Has the compiler look at the body once more.</summary>
    public static IEnumerable<IOperation>? Uses(IArgumentOperation argument, SyntaxReference helper)
    {
        var (model, method) = (argument.SemanticModel!, ((IInvocationOperation)argument.Parent!).TargetMethod.OriginalDefinition);
        var syntax = helper.GetSyntax();
#pragma warning disable RS1030 // Candidates are few, and those that are given to helpers fewer: a model of another file is asked for when one is.
        var declaring = model.SyntaxTree == syntax.SyntaxTree ? model : model.Compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return declaring.GetOperation(syntax) is { } body
            ? body.Descendants().OfType<IParameterReferenceOperation>().Where(use => use.Parameter.Ordinal == argument.Parameter!.Ordinal && IsOf(use.Parameter, method))
            : null;
    }

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method.PartialImplementationPart ?? method);
}
