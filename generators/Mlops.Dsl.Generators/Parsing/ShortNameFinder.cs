using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>
/// Finds which types generated code can call by their simple names. People read that code in the debugger, so it should look like theirs; but only
/// where the name means the type and nothing else: no member, nested type, neighbour, import or alias of the user's may have it.
/// </summary>
internal sealed class ShortNameFinder(INamedTypeSymbol pipeline, Compilation compilation, CancellationToken cancellationToken)
{
    // The framework's and our own namespaces have no type in common that is listed here.
    private static readonly (string Namespace, string[] Names)[] Known =
    [
        ("System", ["TimeSpan"]),
        ("System.CodeDom.Compiler", ["GeneratedCode"]),
        ("System.Collections.Generic", ["Dictionary", "HashSet", "IEnumerable", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "List"]),
        ("System.Diagnostics.CodeAnalysis", ["SetsRequiredMembers"]),
        ("System.Globalization", ["CultureInfo"]),
        ("System.Threading", ["CancellationToken", "LazyInitializer"]),
        ("System.Threading.Tasks", ["Task", "ValueTask"]),
        ("Mlops.Dsl", ["FileArtifact", "FileSet", "GateResult", "Raw", "SourceFiles", "TestSet", "TrainSet", "Validated", "ValidationSet",
            "AllowedValuesConstraint", "AttributeConstraint", "DeniedValuesConstraint", "EmailAddressConstraint", "LengthConstraint", "NullableConstraint",
            "RangeConstraint", "RegularExpressionConstraint", "RequiredConstraint", "UrlConstraint"]),
        ("Mlops.Dsl.Execution", ["ElementAccess", "GeneratedCodeVersion", "InputDefinition", "OutputDefinition", "ParameterDefinition", "ParameterFormats", "ParameterValues", "PipelineDefinition",
            "StageCall", "StageCondition", "StageDefinition", "StageKind", "StagePolicy"]),
        ("Mlops.Dsl.Runtime", ["PipelineEngine", "RunOptions", "RunReport"]),
        ("Mlops.Dsl.Serialization", ["Codecs"]),
    ];

    // What the runners inherit, which hides types of these names in them.
    private static readonly string[] RunnerMembers =
    [
        "After", "Conditions", "Description", "ForEachInput", "HasVersionToken", "Index", "Inputs", "IsEffect", "IsForEach", "Kind", "Location", "Name", "Outputs", "Policy", "PublishName",
    ];

    /// <summary>The full names of the types, without <c>global::</c>, in ordinal order.</summary>
    /// <param name="used">The types that generated code names besides its own.</param>
    /// <param name="taken">The names of members, the user's and the generated ones.</param>
    public EquatableArray<string> Find(IEnumerable<INamedTypeSymbol> used, IEnumerable<string> taken)
    {
        if (pipeline.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
        {
            return default;
        }

        var meanings = ScopeMeanings.Of(compilation, declaration, pipeline, cancellationToken);
        var model = compilation.GetSemanticModel(reference.SyntaxTree);
        var position = declaration.OpenBraceToken.IsMissing || declaration.OpenBraceToken.Span.IsEmpty ? declaration.Identifier.SpanStart : declaration.OpenBraceToken.Span.End;
        var hidden = new HashSet<string>(taken.Concat(RunnerMembers), StringComparer.Ordinal);
        return Known.SelectMany(static known => known.Names.Select(name => (known.Namespace, Name: name)))
            .Concat(used.Where(IsNear).Select(static type => (Namespace: type.ContainingNamespace.ToDisplayString(), type.Name)))
            .Distinct()
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() == 1 && !hidden.Contains(group.Key) && meanings.GetOrAdd(group.First(), type => Means(model, position, type)))
            .Select(static group => $"{group.First().Namespace}.{group.Key}")
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Whether nothing else has the name where the pipeline is declared. An attribute is found with and without its suffix.</summary>
    private static bool Means(SemanticModel model, int position, (string Namespace, string Name) type)
    {
        var found = model.LookupNamespacesAndTypes(position, name: type.Name);
        if (type.Name is "GeneratedCode" or "SetsRequiredMembers")
        {
            found = found.AddRange(model.LookupNamespacesAndTypes(position, name: type.Name + "Attribute"));
        }

        foreach (var symbol in found)
        {
            if (symbol is not INamedTypeSymbol named || named.ContainingType is not null || named.ContainingNamespace.ToDisplayString() != type.Namespace)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the type is found without an import: it is in the pipeline's namespace or in one around it.</summary>
    private bool IsNear(INamedTypeSymbol type)
    {
        // A type that does not exist has no namespace.
        if (type.ContainingType is not null || type.ContainingNamespace is null or { IsGlobalNamespace: true })
        {
            return false;
        }

        for (var container = pipeline.ContainingNamespace; !container.IsGlobalNamespace; container = container.ContainingNamespace)
        {
            if (container.ToDisplayString() == type.ContainingNamespace.ToDisplayString())
            {
                return true;
            }
        }

        return false;
    }
}
