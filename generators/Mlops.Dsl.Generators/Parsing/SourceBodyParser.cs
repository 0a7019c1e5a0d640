using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads the partial source methods whose bodies are to be written.</summary>
internal sealed class SourceBodyParser(ParseContext context, IReadOnlyList<IPropertySymbol> parameters)
{
    public IEnumerable<SourceBodyModel> Parse(IEnumerable<IMethodSymbol> methods)
    {
        foreach (var method in methods)
        {
            if (PartialMethod.LacksOnlyBody(method, context.Compilation, context.CancellationToken))
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

    private SourceBodyModel Parse(IMethodSymbol method, AttributeData attribute)
    {
        var isTask = method.ReturnType.IsTask();
        var result = isTask ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault() : method.ReturnType;
        var text = StageAttributes.FirstText(attribute) ?? "";
        var location = new LocationParser(context, parameters).Parse(method.Name, text, StageAttributes.FirstArgumentLocation(attribute));
        var sha256 = AttributeArguments.Named(attribute, "Sha256") as string;
        var kind =
            location is null || method.IsGenericMethod || (method.IsStatic && location.UsesParameters)
                ? SourceKind.Invalid
                : KindOf(text, result, sha256);
        return Declare(method, kind, location?.Expression ?? "\"\"", text) with
        {
            Sha256 = sha256,
            MaxBytes = AttributeArguments.Named(attribute, "MaxBytes") as long?,
        };
    }

    /// <summary>A source that only a run can fill: its body says so, and what a run would bring.</summary>
    private SourceBodyModel ParseWatched(IMethodSymbol method, AttributeData attribute)
    {
        var owner = attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, ..] ? type.Name : "";
        var member = attribute.ConstructorArguments is [_, { Value: string name }] ? name : "";
        var what = attribute.Is("Served") ? $"what '{owner}.{member}' answered" : $"what '{owner}.{member}' made in the run that published";
        return Declare(method, method.IsGenericMethod ? SourceKind.Invalid : SourceKind.Run, "", what);
    }

    private SourceBodyModel Declare(IMethodSymbol method, SourceKind kind, string location, string text) =>
        new(
            method.Name,
            PartialMethod.Modifiers(method, context.CancellationToken),
            context.Types.CodeOf(method.ReturnType),
            PartialMethod.TypeParameters(method),
            PartialMethod.Parameters(method, context.Types.CodeOf),
            PartialMethod.Constraints(method, context.Types.CodeOf),
            method.ReturnType.IsTask() ? method.ReturnType.Name : "",
            kind,
            location,
            text,
            Sha256: null,
            MaxBytes: null,
            method.Parameters.FirstOrDefault(static parameter => parameter.Type.IsCancellationToken())?.Name
        );

    private static SourceKind KindOf(string location, ITypeSymbol? result, string? sha256)
    {
        var isUri =
            location.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || location.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (isUri)
        {
            return result.IsLanguageType("FileArtifact") && sha256?.Length == 64 && sha256.All(Uri.IsHexDigit)
                ? SourceKind.Download
                : SourceKind.Invalid;
        }

        return location.Length == 0 ? SourceKind.Invalid
            : result.IsLanguageType("FileSet") ? SourceKind.Files
            : result.IsLanguageType("FileArtifact") ? SourceKind.File
            : SourceKind.Invalid;
    }
}
