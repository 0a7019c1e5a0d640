using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises lists of words that a training takes beside its rows, such as a vocabulary or the words to leave out: any text is a word, so
/// that there is nothing to validate. What is parsed from such texts is data like any other.
/// </summary>
internal static class WordList
{
    /// <summary>Whether a training set's companion is a list of texts that a stage has read from files, and from nothing else.</summary>
    public static bool Is(InputBinding input) =>
        HoldsTexts(input.Parameter.Type)
        && input.Parameter.ContainingSymbol is IMethodSymbol taker
        && taker.Parameters.Any(static parameter => parameter.Type.IsDataset("TrainSet"))
        && input.Output.Stage is { Kind: StageKind.Stage, Inputs: { Count: > 0 } files }
        && files.TrueForAll(static file =>
            file.Parameter.Type.IsLanguageType("FileArtifact") || file.Parameter.Type.IsLanguageType("FileSet")
        );

    /// <summary>Whether a call makes something else than texts, or a yes or no, of nothing but words.</summary>
    public static bool IsParsed(FlowCall call) =>
        (call.All & Mark.Words) != Mark.None
        && call.Method.ReturnType is var made
        && (call.Method.MethodKind == MethodKind.Constructor ? RowTypes.Hold(call.Method.ContainingType) : MakesData(made))
        && call.Arguments.Any(static argument => IsText(argument.Parameter.Type) && argument.Value.Has(Mark.Words))
        && call.Arguments.All(static argument => argument.Value.All == Mark.None || argument.Value.Has(Mark.Words));

    private static bool MakesData(ITypeSymbol made) =>
        made.SpecialType
            is not (SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Void)
        && !HoldsTexts(made);

    /// <summary>Whether a type is a text.</summary>
    public static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    /// <summary>Whether a type is a collection of texts.</summary>
    public static bool HoldsTexts(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsText(array.ElementType),
            INamedTypeSymbol { TypeArguments: [var element] } => IsText(element),
            _ => false,
        };
}
