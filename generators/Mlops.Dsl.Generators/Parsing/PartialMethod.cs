using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>A partial method whose body is to be written.</summary>
internal static class PartialMethod
{
    /// <summary>
    /// Whether nothing but the body is missing, as far as the compiler is concerned: what it says of the declaration, it would say of the
    /// body, too. A method that is wrong for another reason gets a body, so that the rule about it is what is seen.
    /// </summary>
    public static bool LacksOnlyBody(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        var modifiers = Declared(method, cancellationToken);
        return method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsByRef: false, ReturnsByRefReadonly: false }
            && CanBeImplemented(method)
            && modifiers.All(modifier => IsKnown(modifier.Kind()) && !(method.IsStatic && modifier.IsKind(SyntaxKind.VirtualKeyword)))
            && !method.ReturnType.HasErrors()
            && method.Parameters.All(parameter => IsWritable(parameter.Type, compilation))
            && method.TypeParameters.All(static parameter => !parameter.ConstraintTypes.Any(static type => type.HasErrors()))
            && (method.ReturnsVoid || modifiers.Any(static modifier => IsAccess(modifier.Kind())));
    }

    /// <summary>The head of the body, up to its closing parenthesis or last constraint; null where a body would be wrong as well.</summary>
    public static string? Head(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        LacksOnlyBody(method, compilation, cancellationToken)
            ? string.Concat(
                Modifiers(method, cancellationToken) is { Length: > 0 } modifiers ? modifiers + " " : "",
                $"partial {TypeText.Code(method.ReturnType)} {TypeText.Identifier(method.Name)}{TypeParameters(method)}(",
                $"{Parameters(method, TypeText.Code)}){Constraints(method, TypeText.Code)}"
            )
            : null;

    /// <summary>
    /// The modifiers that both parts must have: all but <c>partial</c>, and <c>async</c>, which only says how a body is written.
    /// </summary>
    public static string Modifiers(IMethodSymbol method, CancellationToken cancellationToken) =>
        string.Join(
            " ",
            Declared(method, cancellationToken)
                .Where(static modifier => modifier.Kind() is not (SyntaxKind.PartialKeyword or SyntaxKind.AsyncKeyword))
                .Select(static modifier => modifier.Text)
        );

    /// <summary>The type parameters in angle brackets; empty where there are none.</summary>
    public static string TypeParameters(IMethodSymbol method) =>
        method.IsGenericMethod
            ? $"<{string.Join(", ", method.TypeParameters.Select(static parameter => TypeText.Identifier(parameter.Name)))}>"
            : "";

    /// <summary>The parameters, without their parentheses.</summary>
    public static string Parameters(IMethodSymbol method, Func<ITypeSymbol, string> code) =>
        string.Join(
            ", ",
            method.Parameters.Select(parameter => $"{Modifier(parameter)}{code(parameter.Type)} {TypeText.Identifier(parameter.Name)}")
        );

    /// <summary>The constraints of the type parameters, which both parts must have, each with a space before it.</summary>
    public static string Constraints(IMethodSymbol method, Func<ITypeSymbol, string> code) =>
        string.Concat(
            method
                .TypeParameters.Select(parameter => (parameter.Name, Constraints: ConstraintsOf(parameter, code).ToList()))
                .Where(static parameter => parameter.Constraints.Count > 0)
                .Select(static parameter => $" where {TypeText.Identifier(parameter.Name)} : {string.Join(", ", parameter.Constraints)}")
        );

    private static IEnumerable<string> ConstraintsOf(ITypeParameterSymbol parameter, Func<ITypeSymbol, string> code)
    {
        if (parameter.HasUnmanagedTypeConstraint)
        {
            yield return "unmanaged";
        }
        else if (parameter.HasValueTypeConstraint)
        {
            yield return "struct";
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        }
        else if (parameter.HasNotNullConstraint)
        {
            yield return "notnull";
        }

        foreach (var type in parameter.ConstraintTypes)
        {
            yield return code(type);
        }

        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false, HasUnmanagedTypeConstraint: false })
        {
            yield return "new()";
        }

        if (parameter.AllowsRefLikeType)
        {
            yield return "allows ref struct";
        }
    }

    /// <summary>Whether the compiler has nothing to say of static, virtual, override and sealed.</summary>
    private static bool CanBeImplemented(IMethodSymbol method) =>
        !(method.IsStatic && (method.IsOverride || method.IsVirtual))
        && (!method.IsVirtual || !(method.ContainingType.IsSealed || method.DeclaredAccessibility == Accessibility.Private))
        && (!method.IsSealed || method.IsOverride)
        && (
            !method.IsOverride
            || (
                method.OverriddenMethod is { IsSealed: false } overridden
                && overridden.DeclaredAccessibility == method.DeclaredAccessibility
                && SymbolEqualityComparer.Default.Equals(overridden.ReturnType, method.ReturnType)
            )
        )
        && (method.IsStatic || !method.ContainingType.IsStatic);

    private static bool IsWritable(ITypeSymbol type, Compilation compilation) =>
        !type.HasErrors()
        && (((CSharpCompilation)compilation).Options.AllowUnsafe || type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol));

    private static bool IsAccess(SyntaxKind modifier) =>
        modifier is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    /// <summary>
    /// The modifiers of a method that has a body elsewhere; the compiler refuses the others, and would do so for the body, too.
    /// </summary>
    private static bool IsKnown(SyntaxKind modifier) =>
        IsAccess(modifier)
        || modifier
            is SyntaxKind.StaticKeyword
                or SyntaxKind.VirtualKeyword
                or SyntaxKind.OverrideKeyword
                or SyntaxKind.SealedKeyword
                or SyntaxKind.NewKeyword
                or SyntaxKind.UnsafeKeyword
                or SyntaxKind.PartialKeyword
                or SyntaxKind.AsyncKeyword;

    private static SyntaxTokenList Declared(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            ? declaration.Modifiers
            : default;

    private static string Modifier(IParameterSymbol parameter) =>
        parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => parameter.IsParams ? "params " : "",
        };
}
