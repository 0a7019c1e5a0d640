using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>
/// Finds which types generated code can call by their simple names. People read that code in the debugger, so it should look like theirs;
/// but only where the name means the type and nothing else: no member, nested type, neighbour, import or alias of the user's may have it.
/// </summary>
internal sealed class ShortNameFinder(
    INamedTypeSymbol pipeline,
    TypeDeclarationSyntax declaration,
    SemanticModel model,
    ScopeMeanings meanings
)
{
    // The framework's and our own namespaces have no type in common that is listed here and below.
    private static readonly (string Namespace, string Name)[] Always = Flatten([
        ("System", ["TimeSpan"]),
        ("System.CodeDom.Compiler", ["GeneratedCode"]),
        ("System.Diagnostics.CodeAnalysis", ["SetsRequiredMembers"]),
        ("System.Globalization", ["CultureInfo"]),
        ("System.Threading", ["CancellationToken", "LazyInitializer"]),
        ("System.Threading.Tasks", ["Task", "ValueTask"]),
        ("Mlops.Dsl", ["SourceFiles"]),
        (
            "Mlops.Dsl.Execution",
            [
                "ElementAccess",
                "GeneratedCodeVersion",
                "InputDefinition",
                "OutputDefinition",
                "ParameterDefinition",
                "ParameterFormats",
                "ParameterValues",
                "PipelineDefinition",
                "StageCall",
                "StageCondition",
                "StageDefinition",
                "StageKind",
                "StagePolicy",
            ]
        ),
        ("Mlops.Dsl.Engine", ["PipelineEngine", "RunOptions", "RunReport"]),
        ("Mlops.Dsl.Runtime", ["ProgramEngine"]),
        ("Mlops.Dsl.Serialization", ["Codecs"]),
    ]);

    // Those that occur where the user wrote them.
    private static readonly (string Namespace, string Name)[] WhereUsed = Flatten([
        (
            "System.Collections.Generic",
            ["Dictionary", "HashSet", "IEnumerable", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "List"]
        ),
        ("Mlops.Dsl", ["FileArtifact", "FileSet", "GateResult", "Raw", "TestSet", "TrainSet", "Validated", "ValidationSet"]),
    ]);

    private static readonly (string Namespace, string Name)[] Constraints = Flatten([
        (
            "Mlops.Dsl",
            [
                "AllowedValuesConstraint",
                "AttributeConstraint",
                "DeniedValuesConstraint",
                "EmailAddressConstraint",
                "LengthConstraint",
                "NullableConstraint",
                "RangeConstraint",
                "RegularExpressionConstraint",
                "RequiredConstraint",
                "UrlConstraint",
            ]
        ),
    ]);

    // What the runners inherit, which hides types of these names in them.
    private static readonly string[] RunnerMembers =
    [
        "After",
        "Conditions",
        "Description",
        "ForEachInput",
        "HasVersionToken",
        "Index",
        "Inputs",
        "IsEffect",
        "IsForEach",
        "Kind",
        "Location",
        "Name",
        "Outputs",
        "Policy",
        "PublishName",
    ];

    /// <summary>The full names of the types, without <c>global::</c>, in ordinal order.</summary>
    /// <param name="used">The types that generated code names besides its own.</param>
    /// <param name="expressions">The expressions of constraints in generated code.</param>
    /// <param name="taken">The names of members, the user's and the generated ones.</param>
    public EquatableArray<string> Find(
        IReadOnlyCollection<INamedTypeSymbol> used,
        IReadOnlyCollection<string> expressions,
        IEnumerable<string> taken
    )
    {
        var position =
            declaration.OpenBraceToken.IsMissing || declaration.OpenBraceToken.Span.IsEmpty
                ? declaration.Identifier.SpanStart
                : declaration.OpenBraceToken.Span.End;
        var hidden = new HashSet<string>(taken.Concat(RunnerMembers), StringComparer.Ordinal);
        var usedNames = new HashSet<string>(used.Select(static type => type.Name), StringComparer.Ordinal);
        var spaces = new Dictionary<string, string?>(StringComparer.Ordinal);

        // To look a name up takes a while: only what may be written is.
        foreach (
            var (space, name) in Always
                .Concat(WhereUsed.Where(type => usedNames.Contains(type.Name)))
                .Concat(
                    Constraints.Where(type =>
                        expressions.Any(expression =>
                            expression.IndexOf($"global::{type.Namespace}.{type.Name}", StringComparison.Ordinal) >= 0
                        )
                    )
                )
                .Concat(used.Where(IsNear).Select(static type => (type.ContainingNamespace.ToDisplayString(), type.Name)))
        )
        {
            // Of two types of one name, neither can have it.
            spaces[name] = spaces.TryGetValue(name, out var other) && other != space ? null : space;
        }

        var found = new List<string>(spaces.Count);
        foreach (var space in spaces)
        {
            if (
                space.Value is not null
                && !hidden.Contains(space.Key)
                && meanings.GetOrAdd((space.Value, space.Key), type => Means(position, type))
            )
            {
                found.Add($"{space.Value}.{space.Key}");
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found.ToEquatableArray();
    }

    private static (string Namespace, string Name)[] Flatten((string Namespace, string[] Names)[] types) =>
        [.. types.SelectMany(static known => known.Names.Select(name => (known.Namespace, name)))];

    /// <summary>
    /// Whether nothing else has the name where the pipeline is declared. An attribute is found with and without its suffix.
    /// </summary>
    private bool Means(int position, (string Namespace, string Name) type)
    {
        var found = model.LookupNamespacesAndTypes(position, name: type.Name);
        if (type.Name is "GeneratedCode" or "SetsRequiredMembers")
        {
            found = found.AddRange(model.LookupNamespacesAndTypes(position, name: type.Name + "Attribute"));
        }

        foreach (var symbol in found)
        {
            if (
                symbol is not INamedTypeSymbol named
                || named.ContainingType is not null
                || named.ContainingNamespace.ToDisplayString() != type.Namespace
            )
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
            if (IsSame(container, type.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two namespaces have one name: each assembly has its own.</summary>
    private static bool IsSame(INamespaceSymbol one, INamespaceSymbol other) =>
        one.Name == other.Name
        && (
            one.IsGlobalNamespace
                ? other.IsGlobalNamespace
                : !other.IsGlobalNamespace && IsSame(one.ContainingNamespace, other.ContainingNamespace)
        );
}
