using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads the partial source methods whose bodies are to be written.</summary>
internal sealed class SourceBodyParser(ParseContext context, IReadOnlyList<IPropertySymbol> parameters)
{
    public IEnumerable<SourceBodyModel> Parse(IEnumerable<IMethodSymbol> methods)
    {
        foreach (var method in methods)
        {
            if (method is { IsPartialDefinition: true, PartialImplementationPart: null, IsGenericMethod: false } && IsValid(method))
            {
                if (method.Find("Source") is { } attribute)
                {
                    yield return Parse(method, attribute);
                }
                else if ((method.Find("Served") ?? method.Find("FromPublished")) is { } watched)
                {
                    yield return ParseWatched(method, watched);
                }
            }
        }
    }

    /// <summary>Whether the declaration is right but for the body that is missing: what is wrong with it would be reported for the body, too.</summary>
    private bool IsValid(IMethodSymbol method) =>
        !method.ReturnsByRef
        && !method.ReturnsByRefReadonly
        && CanBeImplemented(method)
        && Declared(method).All(modifier => IsKnown(modifier.Kind()) && !(method.IsStatic && modifier.IsKind(SyntaxKind.VirtualKeyword)))
        && !method.ReturnType.HasErrors()
        && method.Parameters.All(parameter => !parameter.Type.HasErrors() && (AllowsUnsafe || parameter.Type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)))
        && (method.ReturnsVoid || Declared(method).Any(static modifier =>
            modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword));

    /// <summary>Whether the compiler has nothing to say of virtual, override and sealed.</summary>
    private static bool CanBeImplemented(IMethodSymbol method) =>
        !(method.IsStatic && method.IsOverride)
        && (!method.IsVirtual || !(method.ContainingType.IsSealed || method.IsStatic || method.DeclaredAccessibility == Accessibility.Private))
        && (!method.IsSealed || method.IsOverride)
        && (!method.IsOverride || method.OverriddenMethod is { IsSealed: false } overridden
            && overridden.DeclaredAccessibility == method.DeclaredAccessibility
            && SymbolEqualityComparer.Default.Equals(overridden.ReturnType, method.ReturnType));

    /// <summary>The modifiers of a method that has a body elsewhere; the compiler refuses the others, and would do so for the body, too.</summary>
    private static bool IsKnown(SyntaxKind modifier) => modifier is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword
        or SyntaxKind.StaticKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.NewKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.PartialKeyword;

    private bool AllowsUnsafe => ((CSharpCompilation)context.Compilation).Options.AllowUnsafe;

    private SourceBodyModel Parse(IMethodSymbol method, AttributeData attribute)
    {
        var isTask = method.ReturnType.IsTask();
        var result = isTask ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault() : method.ReturnType;
        var text = StageAttributes.FirstText(attribute) ?? "";
        var location = new LocationParser(context, parameters).Parse(method.Name, text, StageAttributes.FirstArgumentLocation(attribute));
        var sha256 = PolicyParser.Named(attribute, "Sha256") as string;
        var kind = location is null || (method.IsStatic && location.UsesParameters) ? SourceKind.Invalid : KindOf(text, result, sha256);
        return Declare(method, kind, location?.Expression ?? "\"\"", text) with
        {
            Sha256 = sha256,
            MaxBytes = PolicyParser.Named(attribute, "MaxBytes") as long?,
        };
    }

    /// <summary>A source that only a run can fill: its body says so, and what a run would bring.</summary>
    private SourceBodyModel ParseWatched(IMethodSymbol method, AttributeData attribute)
    {
        var owner = attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, ..] ? type.Name : "";
        var member = attribute.ConstructorArguments is [_, { Value: string name }] ? name : "";
        return Declare(method, SourceKind.Run, "", attribute.Is("Served") ? $"what '{owner}.{member}' answered" : $"what '{owner}.{member}' made in the run that published");
    }

    private SourceBodyModel Declare(IMethodSymbol method, SourceKind kind, string location, string text) => new(
        method.Name,
        Modifiers(method),
        context.Types.CodeOf(method.ReturnType),
        string.Join(", ", method.Parameters.Select(parameter => $"{Modifier(parameter)}{context.Types.CodeOf(parameter.Type)} {TypeText.Identifier(parameter.Name)}")),
        method.ReturnType.IsTask() ? method.ReturnType.Name : "",
        kind,
        location,
        text,
        Sha256: null,
        MaxBytes: null,
        method.Parameters.FirstOrDefault(static parameter => parameter.Type.IsCancellationToken())?.Name);

    private static SourceKind KindOf(string location, ITypeSymbol? result, string? sha256)
    {
        var isUri = location.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (isUri)
        {
            return result.IsLanguageType("FileArtifact") && sha256?.Length == 64 && sha256.All(Uri.IsHexDigit) ? SourceKind.Download : SourceKind.Invalid;
        }

        return location.Length == 0 ? SourceKind.Invalid
            : result.IsLanguageType("FileSet") ? SourceKind.Files
            : result.IsLanguageType("FileArtifact") ? SourceKind.File
            : SourceKind.Invalid;
    }

    /// <summary>Both parts of a partial method must have the same modifiers.</summary>
    private string Modifiers(IMethodSymbol method) =>
        string.Join(" ", Declared(method).Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(static modifier => modifier.Text));

    private SyntaxTokenList Declared(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is MethodDeclarationSyntax declaration ? declaration.Modifiers : default;

    private static string Modifier(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => parameter.IsParams ? "params " : "",
    };
}
