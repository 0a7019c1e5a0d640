using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>A stage in a class that is no pipeline never runs. Looks at an attribute's name before it asks what the attribute is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StageOutsidePipelineAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1010",
        "Stage or parameter outside a pipeline",
        "[{0}] on '{1}' does nothing: '{2}' is not marked [Pipeline]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Stages, gates, publications, sources, parameters and secrets belong to the class that [Pipeline] marks. They are not "
            + "inherited.",
        helpLinkUri: RuleHelp.Link("MLP1010")
    );

    private static readonly ImmutableHashSet<string> MemberAttributes =
    [
        "Stage",
        "Gate",
        "Publish",
        "Source",
        "Parameter",
        "Secret",
        "Served",
        "FromPublished",
        "Notify",
        "Start",
        "Window",
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { } types)
            {
                start.RegisterSemanticModelAction(c => Analyze(c, types));
            }
        });
    }

    // By files, and not by nodes: of a partial method whose body is generated, the compiler shows analyzers the nodes of the body alone.
    private static void Analyze(SemanticModelAnalysisContext context, KnownTypes types)
    {
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        foreach (var declaration in root.DescendantNodes(HoldsMembers).OfType<MemberDeclarationSyntax>())
        {
            foreach (var attribute in declaration.AttributeLists.SelectMany(static list => list.Attributes))
            {
                var name = ShortName(attribute.Name);
                if (
                    (declaration is TypeDeclarationSyntax ? name == "Schedule" : MemberAttributes.Contains(name))
                    && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { } member
                    && (member as INamedTypeSymbol ?? member.ContainingType) is { } type
                    && type.FindAttribute(types.Pipeline) is null
                    && member.GetAttributes().Any(a => a.ApplicationSyntaxReference?.Span == attribute.Span && IsOurs(a, name))
                )
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.GetLocation(), name, member.Name, type.Name));
                }
            }
        }
    }

    private static bool HoldsMembers(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsOurs(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Dsl", ContainingNamespace.Name: "Mlops" } } type
        && type.Name == name + "Attribute";

    private static string ShortName(NameSyntax name)
    {
        var text = name switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            _ => "",
        };
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }
}
