using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Whether what a method takes and gives is what its model takes and gives.</summary>
internal static class ModelFit
{
    public static void Check(IMethodSymbol method, ITypeSymbol input, ITypeSymbol prediction, Publication? publication, ServiceProblemSink note)
    {
        if (RequestRow.LabelInRequest(input) is { } label)
        {
            note(
                ServiceProblemKind.LabelInRequest,
                ServiceParser.NameOf(method.Parameters[0]),
                $"'{TypeText.Display(input)}' has the label '{label}', which nobody knows when a prediction is asked for: take a view of the row without it, by [RowView]");
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

        if (published is not INamedTypeSymbol { Name: "Model", Arity: 2, TypeArguments: [var modelInput, var modelPrediction] } model || !model.IsInLanguage())
        {
            note(ServiceProblemKind.DoesNotFit, publication.Location, $"'{source}' publishes a '{TypeText.Display(published)}', and only a Model<TInput, TPrediction> answers requests");
            return;
        }

        if (!IsSame(input, modelInput))
        {
            note(
                ServiceProblemKind.DoesNotFit,
                ServiceParser.NameOf(method.Parameters[0]),
                $"the service takes '{TypeText.Display(input)}', but the model of '{source}' takes '{TypeText.Display(modelInput)}': "
                + $"let '{method.Name}' take '{TypeText.Display(modelInput)}', or train a model of '{TypeText.Display(input)}'");
        }

        if (!IsSame(prediction, modelPrediction))
        {
            note(
                ServiceProblemKind.DoesNotFit,
                ServiceParser.NameOf(method),
                $"the service answers with '{TypeText.Display(prediction)}', but the model of '{source}' says '{TypeText.Display(modelPrediction)}': "
                + $"let '{method.Name}' answer with '{TypeText.Display(modelPrediction)}', or train a model that says '{TypeText.Display(prediction)}'");
        }
    }

    private static ITypeSymbol ResultOf(ITypeSymbol returned) => returned.IsTask() && returned is INamedTypeSymbol { TypeArguments: [var result] } ? result : returned;

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
