using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Reads the methods of services.</summary>
internal static class PredictParser
{
    /// <summary>The method, with what is wrong with it.</summary>
    public static PredictModel Parse(
        IMethodSymbol method,
        Compilation compilation,
        ServiceProblemSink report,
        CancellationToken cancellationToken
    )
    {
        string? problem = null;
        void Note(ServiceProblemKind kind, Location? location, string sentence)
        {
            problem ??= sentence;
            report(kind, location, sentence);
        }

        var attribute = method.Find("Predict")!;
        var alias = AttributeArguments.Named(attribute, "Alias") as string ?? AliasName.Default;
        if (!AliasName.IsValid(alias))
        {
            Note(
                ServiceProblemKind.InvalidDeclaration,
                attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation(),
                AliasName.Problem(alias)
            );
        }

        var publication = Publication.Find(attribute, Note);
        var types = ReadTypes(method, Note);
        if (types is var (input, prediction))
        {
            ModelFit.Check(method, input, prediction, publication, Note);
        }
        else
        {
            problem ??= "its signature is not that of a method that predicts";
        }

        return new PredictModel(
            method.Name,
            PartialMethod.Head(method, compilation, cancellationToken),
            KebabCase.From(ServiceParser.Plain(method.Name)),
            types is null ? "" : TypeText.Code(types.Value.Input),
            types is null ? "" : method.Parameters[0].Name,
            types is null ? "" : method.Parameters[1].Name,
            types is null ? "" : TypeText.Code(types.Value.Prediction),
            publication?.Name ?? "",
            alias,
            DocSummary.Read(method, cancellationToken),
            types is null ? null : RequestRow.LabelOf(types.Value.Input, method.ContainingType, cancellationToken),
            problem ?? (publication is null ? "it names nothing that a pipeline publishes" : null)
        );
    }

    /// <summary>What a method takes and gives; null where it is no such method.</summary>
    private static (ITypeSymbol Input, ITypeSymbol Prediction)? ReadTypes(IMethodSymbol method, ServiceProblemSink note)
    {
        if (Unknown(method))
        {
            return null;
        }

        var prediction =
            method.ReturnType is INamedTypeSymbol { Name: "ValueTask", Arity: 1 } task
            && task.IsTask()
            && task.TypeArguments[0] is INamedTypeSymbol { Name: "Answer", Arity: 1 } answer
            && answer.IsInLanguage()
                ? answer.TypeArguments[0]
                : null;
        var shape =
            !method.IsPartialDefinition || (method.PartialImplementationPart is { } body && !ServiceParser.IsGenerated(body))
                ? "it must be partial and without a body: the generator writes it"
            : method.IsStatic || method.IsGenericMethod ? "it must be neither static nor generic"
            : prediction is null ? "it must return ValueTask<Answer<TPrediction>>"
            : method.Parameters is not [{ RefKind: RefKind.None }, { RefKind: RefKind.None, Type: var last }] || !last.IsCancellationToken()
                ? "it must take one row and a CancellationToken"
            : !RequestRow.Is(method.Parameters[0].Type) ? $"'{TypeText.Display(method.Parameters[0].Type)}' must be a [Row] or a [RowView]"
            : !RequestRow.IsPrediction(prediction) ? $"'{TypeText.Display(prediction)}' must be a [Prediction]"
            : null;
        if (shape is not null)
        {
            note(ServiceProblemKind.InvalidDeclaration, ServiceParser.NameOf(method), $"'{method.Name}' can't answer requests: {shape}");
            return null;
        }

        return (method.Parameters[0].Type, prediction!);
    }

    /// <summary>Whether the compiler does not know a type: it says so itself.</summary>
    private static bool Unknown(IMethodSymbol method) =>
        method.ReturnType.HasErrors() || method.Parameters.Any(static parameter => parameter.Type.HasErrors());
}
