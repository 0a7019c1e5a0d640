using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What all rules together say of a member or type, whatever it is constructed with.</summary>
/// <param name="Given">The marks that it gives: of a type, every value has them.</param>
/// <param name="Removed">The marks that what it gives never has.</param>
/// <param name="Interest">The marks for which its use matters to some rule.</param>
internal sealed record SymbolFacts(Mark Given, Mark Removed, Mark Interest)
{
    /// <summary>Nothing.</summary>
    public static readonly SymbolFacts None = new(Mark.None, Mark.None, Mark.None);

    /// <summary>Whether it is a method that fits a model to what it takes.</summary>
    public bool IsFitting { get; init; }

    /// <summary>Whether it is a method that measures a model.</summary>
    public bool IsEvaluating { get; init; }

    /// <summary>Whether it is a method that another generator makes write its arguments to a log.</summary>
    public bool IsLogger { get; init; }

    /// <summary>Whether it is a method that may take a whole set of rows, which depends on what it is constructed with.</summary>
    public bool MayTakeSets { get; init; }

    /// <summary>Under which symbol the compilation files what it does; null if it belongs to another assembly, or has no code.</summary>
    public ISymbol? Body { get; init; }

    /// <summary>What a member gives, or a call, that would give a value if no rule said anything of it.</summary>
    public FlowValue On(FlowValue value) => value.Without(Removed).With(Given);

    /// <summary>The same with what the name and the parameters of a method tell.</summary>
    public SymbolFacts Of(ISymbol symbol) =>
        symbol is not IMethodSymbol method
            ? this
            : this with
            {
                IsFitting = method.IsFitting(),
                IsEvaluating = method.MethodKind == MethodKind.Ordinary && FittingNames.IsEvaluating(method.Name),
                IsLogger =
                    method.ReturnsVoid
                    && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute"),
                MayTakeSets = method.Parameters.Any(static parameter =>
                    parameter.Type is IArrayTypeSymbol or ITypeParameterSymbol or INamedTypeSymbol { IsGenericType: true }
                ),
            };
}
