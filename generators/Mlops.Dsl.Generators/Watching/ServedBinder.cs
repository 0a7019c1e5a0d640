using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>Connects a <c>[Served]</c> source to the service's method, and compares what the one takes with what the other says.</summary>
internal sealed class ServedBinder(StageDeclaration stage, IPropertySymbol? window, IProblemSink sink)
{
    /// <summary>Whether all is well with the source but that its pipeline has no window, which is to be told once.</summary>
    public bool LacksWindow { get; private set; }

    public WatchTarget? Bind()
    {
        if (
            stage.Attributes.Declaration.ConstructorArguments is not [{ Value: INamedTypeSymbol service }, { Value: string methodName }]
            || service.HasErrors()
        )
        {
            return Refuse(AttributeTarget.Problem(stage.Attributes.Declaration, "service", "method"));
        }

        if (service.Find("Service") is not { } attribute || StageAttributes.FirstText(attribute) is not { } name)
        {
            return Refuse($"{service.Name} is no [Service]");
        }

        if (
            service.GetMembers(methodName).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Find("Predict") is not null)
            is not { } method
        )
        {
            return Refuse($"{service.Name} has no [Predict] method '{methodName}'");
        }

        if (
            method.Parameters.FirstOrDefault(static parameter => !parameter.Type.IsCancellationToken())?.Type is not { } input
            || method.ReturnType
                is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { Name: "Answer", TypeArguments: [var prediction] } answer] }
            || !answer.IsInLanguage()
        )
        {
            return Refuse($"'{service.Name}.{methodName}' does not take an input and return a ValueTask<Answer<…>>");
        }

        if (
            stage.Result is not INamedTypeSymbol { Name: "Served", TypeArguments: [var takenInput, var takenPrediction] } served
            || !served.IsInLanguage()
        )
        {
            return stage.Result?.HasErrors() == true
                ? Refuse(null)
                : Refuse(
                    $"it returns {TypeText.Display(stage.Method.ReturnType)}: declare it as Served<{TypeText.Display(input)}, "
                        + $"{TypeText.Display(prediction)}>",
                    input,
                    prediction
                );
        }

        if (!AreSame(takenInput, input) || !AreSame(takenPrediction, prediction))
        {
            return takenInput.HasErrors() || takenPrediction.HasErrors() || input.HasErrors() || prediction.HasErrors()
                ? Refuse(null)
                : Refuse(
                    $"'{service.Name}.{methodName}' takes {TypeText.Display(input)} and predicts {TypeText.Display(prediction)}, but the "
                        + $"source is a {TypeText.Display(served)}: declare it as Served<{TypeText.Display(input)}, "
                        + $"{TypeText.Display(prediction)}>, or change the service",
                    input,
                    prediction
                );
        }

        if (window is null)
        {
            LacksWindow = true;
            return null;
        }

        return new ServedTarget(name, methodName, input, prediction, window);
    }

    private WatchTarget? Refuse(string? problem)
    {
        sink.Report(
            problem is null ? ProblemKind.ErrorOfCompiler : ProblemKind.ServedDoesNotFit,
            stage.Location,
            stage.Name,
            problem ?? ""
        );
        return null;
    }

    /// <summary>Refuses what would be right with another type, which a fix declares.</summary>
    private WatchTarget? Refuse(string problem, ITypeSymbol input, ITypeSymbol prediction)
    {
        sink.Report(
            ProblemKind.ServedDoesNotFit,
            stage.Location,
            stage.Name,
            problem,
            $"global::Mlops.Dsl.Served<{TypeText.Code(input)}, {TypeText.Code(prediction)}>"
        );
        return null;
    }

    private static bool AreSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
