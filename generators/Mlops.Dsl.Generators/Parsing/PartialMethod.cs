using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>A partial method whose body is to be written.</summary>
internal static class PartialMethod
{
    /// <summary>
    /// The head of the body of a partial method, up to its closing parenthesis; null where the declaration is wrong but for the body that is missing: what the compiler says of it, it would
    /// say of the body, too.
    /// </summary>
    public static string? Head(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        var modifiers = Declared(method, cancellationToken);
        return method is { IsPartialDefinition: true, PartialImplementationPart: null, IsGenericMethod: false } && IsValid(method, modifiers, compilation)
            ? string.Concat(
                string.Join(" ", modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(static modifier => modifier.Text + " ")).Replace("  ", " "),
                $"partial {TypeText.Code(method.ReturnType)} {TypeText.Identifier(method.Name)}(",
                string.Join(", ", method.Parameters.Select(static parameter => $"{Modifier(parameter)}{TypeText.Code(parameter.Type)} {TypeText.Identifier(parameter.Name)}")),
                ")")
            : null;
    }

    private static bool IsValid(IMethodSymbol method, SyntaxTokenList modifiers, Compilation compilation) =>
        !method.ReturnsByRef
        && !method.ReturnsByRefReadonly
        && !method.ReturnsVoid
        && CanBeImplemented(method)
        && modifiers.All(static modifier => IsKnown(modifier.Kind()))
        && !method.ReturnType.HasErrors()
        && method.Parameters.All(parameter => !parameter.Type.HasErrors() && (AllowsUnsafe(compilation) || parameter.Type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)))
        && modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword);

    /// <summary>Whether the compiler has nothing to say of static, virtual, override and sealed.</summary>
    private static bool CanBeImplemented(IMethodSymbol method) =>
        !(method.IsStatic && (method.IsOverride || method.IsVirtual))
        && (!method.IsVirtual || !(method.ContainingType.IsSealed || method.DeclaredAccessibility == Accessibility.Private))
        && (!method.IsSealed || method.IsOverride)
        && (!method.IsOverride || (method.OverriddenMethod is { IsSealed: false } overridden
            && overridden.DeclaredAccessibility == method.DeclaredAccessibility
            && SymbolEqualityComparer.Default.Equals(overridden.ReturnType, method.ReturnType)))
        && (method.IsStatic || !method.ContainingType.IsStatic);

    private static bool IsKnown(SyntaxKind modifier) => modifier is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword
        or SyntaxKind.StaticKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.NewKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.PartialKeyword;

    private static bool AllowsUnsafe(Compilation compilation) => ((CSharpCompilation)compilation).Options.AllowUnsafe;

    private static SyntaxTokenList Declared(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration ? declaration.Modifiers : default;

    private static string Modifier(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => parameter.IsParams ? "params " : "",
    };
}
