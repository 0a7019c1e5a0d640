using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>Generated code makes the codec that [ArtifactCodec] names with <c>new()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArtifactCodecAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1023",
        "Artifact codec is unusable",
        "'{0}' cannot be the codec of '{1}': {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[ArtifactCodec] names a concrete class with a public constructor without parameters that derives from Codec<T> of "
            + "the marked type.",
        helpLinkUri: RuleHelp.Link("MLP1023")
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { Codec: not null } types)
            {
                start.RegisterSymbolAction(c => Analyze(c, types), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownTypes types)
    {
        if (
            context.Symbol.FindAttribute(types.ArtifactCodec) is { } attribute
            && attribute.Argument<INamedTypeSymbol>(0) is { TypeKind: not TypeKind.Error } codec
            && Problem(codec, (INamedTypeSymbol)context.Symbol, types) is { } problem
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptor,
                    attribute.ArgumentLocation(0, context.CancellationToken),
                    codec.Display(),
                    context.Symbol.Name,
                    problem
                )
            );
        }
    }

    private static string? Problem(INamedTypeSymbol codec, INamedTypeSymbol type, KnownTypes types)
    {
        if (codec.IsAbstract || codec.TypeKind != TypeKind.Class)
        {
            return "it is no concrete class";
        }

        if (EncodedType(codec.OriginalDefinition, types) is not { } encoded || !encoded.OriginalDefinition.Is(type.OriginalDefinition))
        {
            return $"it does not derive from Codec<{type.Name}>";
        }

        return codec.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public)
            ? null
            : "it has no public constructor without parameters";
    }

    private static ITypeSymbol? EncodedType(INamedTypeSymbol codec, KnownTypes types)
    {
        for (var current = codec.BaseType; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.Is(types.Codec))
            {
                return current.TypeArguments[0];
            }
        }

        return null;
    }
}
