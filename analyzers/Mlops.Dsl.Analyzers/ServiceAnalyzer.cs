using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Services;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Services;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers;

/// <summary>
/// Runs the rules about services. A type that is no service costs one look at its attributes, and one at the names of its methods'
/// attributes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ServiceRules.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationState.Of(start.Compilation).Types is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find("Service") is not null || type.GetMembers().Any(Predicts))
        {
            Analyze(context, type);
        }
    }

    /// <summary>Whether a method has [Predict]. Only of one that has something of the name are the attributes bound.</summary>
    private static bool Predicts(ISymbol member) =>
        member is IMethodSymbol
        && member.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is MethodDeclarationSyntax method
            && method
                .AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => attribute.Name.ToString().Contains("Predict"))
        )
        && member.Find("Predict") is not null;

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type) =>
        ServiceParser.Parse(
            type,
            context.Compilation,
            (kind, location, sentence) => context.ReportDiagnostic(Diagnostic.Create(ServiceRules.Of(kind), location, sentence)),
            context.CancellationToken
        );
}
