using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Constraints;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads how generated code names and extends the pipeline class.</summary>
internal static class PipelineTypeParser
{
    private static readonly string[] PublicNames = ["Definition", "RunAsync", "RunResult"];

    /// <summary>
    /// Reports members of the user's that have the names of generated ones. Generated members themselves are seen too, after the generator
    /// ran.
    /// </summary>
    public static void CheckNames(INamedTypeSymbol type, IProblemSink sink)
    {
        foreach (var name in PublicNames)
        {
            if (type.Name == name)
            {
                sink.Report(ProblemKind.ReservedName, type.Locations.FirstOrDefault(), type.Name, name);
            }

            foreach (var member in type.GetMembers(name))
            {
                var location = member.Locations.FirstOrDefault();
                if (location?.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == false)
                {
                    sink.Report(ProblemKind.ReservedName, location, type.Name, name);
                }
            }

            if (
                Bases(type)
                    .Any(parent => parent.GetMembers(name).Any(static member => member.DeclaredAccessibility != Accessibility.Private))
            )
            {
                sink.Report(ProblemKind.ReservedName, type.Locations.FirstOrDefault(), type.Name, name);
            }
        }
    }

    /// <summary>Whether the class is a pipeline that generated code can extend.</summary>
    public static bool CanExtend(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        type.Find("Pipeline") is not null && HasShape(type, compilation, cancellationToken);

    /// <summary>The class; null where generated code can't extend it: the rules about its shape tell the user why.</summary>
    /// <param name="context">The parse.</param>
    /// <param name="members">Its members.</param>
    /// <param name="constraints">The constraints of its parameters.</param>
    public static PipelineTypeModel? Parse(ParseContext context, PipelineMembers members, IEnumerable<ConstraintModel> constraints)
    {
        var type = context.Type;
        var cancellationToken = context.CancellationToken;
        if (!HasShape(type, context.Compilation, cancellationToken))
        {
            return null;
        }

        var declarations = new List<string>();
        for (var declaring = type; declaring is not null; declaring = declaring.ContainingType)
        {
            declarations.Insert(0, $"partial {Keyword(declaring)} {TypeText.Identifier(declaring.Name)}");
        }

        var names = MemberNames(type);
        var reference = type.DeclaringSyntaxReferences[0];
        var declaration = (TypeDeclarationSyntax)reference.GetSyntax(cancellationToken);
        var model = context.Compilation.GetSemanticModel(reference.SyntaxTree);
        var meanings = members.ScopeOf(declaration);
        var graphName = FreeName(
            type,
            names,
            meanings,
            name => model.LookupNamespacesAndTypes(declaration.Identifier.SpanStart, name: name).IsEmpty
        );
        var taken = names.Concat(members.Stages.Select(static stage => stage.Name + "Stage")).Concat(PublicNames).Append(graphName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            taken = taken.Concat(outer.MemberNames).Append(outer.Name);
        }

        return new PipelineTypeModel(
            type.ContainingNamespace.IsGlobalNamespace
                ? ""
                : type.ContainingNamespace.ToDisplayString(
                    SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
                ),
            declarations.ToEquatableArray(),
            TypeText.Identifier(type.Name),
            context.Types.CodeOf(type),
            MetadataNames.Of(type),
            TypeAccess.Of(type) != Accessibility.Private,
            TypeAccess.Of(type) != Accessibility.Public,
            graphName,
            PublicNames.Where(name => names.Contains(name) || name == type.Name).ToEquatableArray(),
            new ShortNameFinder(type, declaration, model, meanings).Find(
                context.Types.Named,
                [.. constraints.Select(static constraint => constraint.Expression)],
                taken
            )
        );
    }

    private static bool HasShape(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (
            type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, IsFileLocal: false }
            || !LanguageSupport.Holds(compilation)
        )
        {
            return false;
        }

        for (var declaring = type; declaring is not null; declaring = declaring.ContainingType)
        {
            if (declaring.Arity > 0 || !IsPartial(declaring, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );

    private static string Keyword(INamedTypeSymbol type) =>
        (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };

    private static HashSet<string> MemberNames(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaring in Bases(type).Prepend(type))
        {
            names.UnionWith(declaring.MemberNames);
            names.UnionWith(declaring.GetTypeMembers().Select(static nested => nested.Name));
        }

        return names;
    }

    /// <summary>
    /// The base classes whose members count: what was generated for another pipeline is hidden, and not needed, by what is generated for
    /// this one.
    /// </summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var declaring = type.BaseType; declaring is { SpecialType: not SpecialType.System_Object }; declaring = declaring.BaseType)
        {
            if (declaring.Find("Pipeline") is null)
            {
                yield return declaring;
            }
        }
    }

    /// <summary>
    /// A name for the nested class: one that hides nothing from the user's own code, neither a member nor a type that it may use.
    /// </summary>
    private static string FreeName(INamedTypeSymbol type, HashSet<string> members, ScopeMeanings meanings, Func<string, bool> isFree)
    {
        const string Wish = "PipelineGraph";
        var name = Wish;
        for (var i = 2; members.Contains(name) || name == type.Name || !meanings.IsFree(name, isFree); i++)
        {
            name = Wish + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
