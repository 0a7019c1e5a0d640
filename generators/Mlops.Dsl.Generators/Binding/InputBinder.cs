using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Binds a stage's parameters to outputs: by <c>[From]</c>, else by name, else by type. A name that matches an output of a type that does
/// not convert is an error rather than a reason to look further: the user meant that output. An optional parameter that none of the first
/// two binds keeps its default.
/// </summary>
internal sealed class InputBinder(PipelineGraph graph, IProblemSink sink)
{
    private readonly TypeIndex _types = new(graph);

    public void Bind(StageDeclaration stage)
    {
        var iterated = stage.Attributes.ForEach is null ? null : new ForEachBinder(graph, sink).Bind(stage);
        foreach (var parameter in stage.Parameters.Where(static parameter => !parameter.IsInjected))
        {
            if (iterated is not null && SymbolEqualityComparer.Default.Equals(parameter.Symbol, iterated.Parameter))
            {
                stage.Inputs.Add(iterated);
            }
            else if (Find(stage, parameter, isElementKnown: stage.Attributes.ForEach is null || iterated is not null) is { } output)
            {
                stage.Inputs.Add(new InputBinding(parameter.Symbol, output, Element: null));
            }
        }
    }

    /// <summary>Whether the engine gives the parameter's value, rather than another stage.</summary>
    public static bool IsInjected(IParameterSymbol parameter) => IsInjected(parameter.Type) || parameter.Find("FromServices") is not null;

    /// <summary>Whether the engine gives parameters of the type their values, whatever their attributes.</summary>
    public static bool IsInjected(ITypeSymbol type) => type.IsCancellationToken() || type.IsLanguageType("StageContext");

    private OutputDeclaration? Find(StageDeclaration stage, StageParameter parameter, bool isElementKnown)
    {
        if (parameter.From is { } from)
        {
            return FindByAttribute(stage, parameter, from);
        }

        // A stage can't take its own output, so its own name says nothing about its parameters.
        if (graph.FindOutput(parameter.Name) is { } named && named.Stage != stage)
        {
            return Check(stage, parameter, named);
        }

        // By type, a stage that is added later would silently take the place of a default.
        return parameter.Symbol.IsOptional ? null : FindByType(stage, parameter.Symbol, isElementKnown);
    }

    private OutputDeclaration? FindByAttribute(StageDeclaration stage, StageParameter parameter, TextAttribute from)
    {
        if (from.Text is not { } name)
        {
            return null;
        }

        if (graph.FindOutput(name) is not { } output)
        {
            UnknownTarget.Report(
                sink,
                from.Location,
                "From",
                stage,
                name,
                graph.Outputs.Where(o => o.Stage != stage).Select(static o => o.Name)
            );
            return null;
        }

        return Check(stage, parameter, output);
    }

    private OutputDeclaration? FindByType(StageDeclaration stage, IParameterSymbol parameter, bool isElementKnown)
    {
        if (parameter.Type.HasErrors())
        {
            return null;
        }

        var candidates = _types.Find(parameter.Type, stage).FindAll(output => !IsNullLost(graph.ConsumedType(output), parameter.Type));
        var location = parameter.Locations.FirstOrDefault();
        if (candidates.Count == 1)
        {
            return candidates[0];
        }

        var type = TypeText.Display(parameter.Type);
        if (candidates.Count > 1)
        {
            sink.Report(
                ProblemKind.AmbiguousInput,
                location,
                parameter.Name,
                stage.Name,
                type,
                Join(candidates.Select(static output => output.Name))
            );
        }
        else if (isElementKnown)
        {
            // Where the [ForEach] is at fault, which has been said, this may be meant to be the element.
            var outputs = graph.Outputs.Where(output => output.Stage != stage && output.IsNamed);
            sink.Report(
                ProblemKind.UnboundInput,
                location,
                parameter.Name,
                stage.Name,
                type,
                Join(outputs.Select(output => $"{output.Name} ({TypeText.Display(graph.ConsumedType(output))})"))
            );
        }

        return null;
    }

    private OutputDeclaration? Check(StageDeclaration stage, StageParameter parameter, OutputDeclaration output)
    {
        var consumed = graph.ConsumedType(output);
        if (parameter.Type.HasErrors() || consumed.HasErrors())
        {
            return null;
        }

        if (graph.Conversions.Converts(consumed, parameter.Type) && !IsNullLost(consumed, parameter.Type))
        {
            return output;
        }

        var type = TypeText.Display(parameter.Type);
        var location = parameter.From is { } from ? from.Location : parameter.Symbol.Locations.FirstOrDefault();
        if (output.Stage.IsForEach)
        {
            sink.Report(
                ProblemKind.CollectedInputIsNoList,
                location,
                parameter.Name,
                stage.Name,
                type,
                output.Name,
                TypeText.Display(consumed)
            );
        }
        else
        {
            var candidates = _types
                .Find(parameter.Type, stage)
                .Where(candidate => candidate != output)
                .Select(static candidate => candidate.Name);
            sink.Report(
                ProblemKind.IllTypedInput,
                location,
                parameter.Name,
                stage.Name,
                type,
                output.Name,
                TypeText.Display(consumed),
                Join(candidates)
            );
        }

        return null;
    }

    /// <summary>Whether null, which is a value of the output, would reach a parameter that takes none.</summary>
    private static bool IsNullLost(ITypeSymbol from, ITypeSymbol to) =>
        from is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
        && to is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
