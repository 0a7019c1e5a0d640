using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Whether what a method takes and gives is what its model takes and gives.</summary>
internal static class ModelFit
{
    public static void Check(
        IMethodSymbol method,
        ITypeSymbol input,
        ITypeSymbol prediction,
        Publication? publication,
        ServiceProblemSink note
    )
    {
        var label = RequestRow.LabelInRequest(input);
        if (label is not null)
        {
            note(
                ServiceProblemKind.LabelInRequest,
                ServiceParser.NameOf(method.Parameters[0]),
                $"'{TypeText.Display(input)}' has the label '{label}', which nobody knows when a prediction is asked for: take "
                    + $"{Unlabelled(input, publication)}"
            );
        }

        if (publication?.Method is not { } publishing)
        {
            return;
        }

        var published = ResultOf(publishing.ReturnType);
        var source = $"{publishing.ContainingType.Name}.{publishing.Name}";
        if (published.HasErrors())
        {
            return;
        }

        if (
            published is not INamedTypeSymbol { Name: "Model", Arity: 2, TypeArguments: [var modelInput, var modelPrediction] } model
            || !model.IsInLanguage()
        )
        {
            note(
                ServiceProblemKind.DoesNotFit,
                publication.Location,
                $"'{source}' publishes a '{TypeText.Display(published)}', and only a Model<TInput, TPrediction> answers requests"
            );
            return;
        }

        // Of a row with the label that is all there is to say: what to take instead is what the model takes.
        if (label is null && !IsSame(input, modelInput))
        {
            note(
                ServiceProblemKind.DoesNotFit,
                ServiceParser.NameOf(method.Parameters[0]),
                $"the service takes '{TypeText.Display(input)}', but the model of '{source}' takes '{TypeText.Display(modelInput)}': "
                    + $"let '{method.Name}' take '{TypeText.Display(modelInput)}', or train a model of '{TypeText.Display(input)}'"
            );
        }

        if (!IsSame(prediction, modelPrediction))
        {
            note(
                ServiceProblemKind.DoesNotFit,
                ServiceParser.NameOf(method),
                $"the service answers with '{TypeText.Display(prediction)}', but the model of '{source}' says "
                    + $"'{TypeText.Display(modelPrediction)}': let '{method.Name}' answer with '{TypeText.Display(modelPrediction)}', or "
                    + $"train a model that says '{TypeText.Display(prediction)}'"
            );
        }
    }

    /// <summary>What to take in place of a row with the label, in words.</summary>
    private static string Unlabelled(ITypeSymbol input, Publication? publication) =>
        publication?.Method is { } publishing
        && ResultOf(publishing.ReturnType) is INamedTypeSymbol { Name: "Model", TypeArguments: [var modelInput, _] }
        && !IsSame(input, modelInput)
        && RequestRow.LabelInRequest(modelInput) is null
            ? $"'{TypeText.Display(modelInput)}', as the model of '{publishing.ContainingType.Name}.{publishing.Name}' does"
            : "a view of the row without it, by [RowView]";

    private static ITypeSymbol ResultOf(ITypeSymbol returned) =>
        returned.IsTask() && returned is INamedTypeSymbol { TypeArguments: [var result] } ? result : returned;

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
