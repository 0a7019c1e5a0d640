using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads what a stage's method is called with.</summary>
internal sealed class ArgumentParser(ParseContext context, PipelineGraph graph)
{
    public IEnumerable<ArgumentModel> Parse(StageDeclaration stage)
    {
        var isOverloaded = IsOverloaded(stage.Method);
        foreach (var parameter in stage.Parameters)
        {
            var argument = Parse(stage, parameter);
            yield return isOverloaded
                ? argument with
                {
                    Cast = context.Types.CodeOf(parameter.Type),
                    Default = DefaultOf(parameter.Symbol),
                }
                : argument;
        }
    }

    private ArgumentModel Parse(StageDeclaration stage, StageParameter parameter)
    {
        var input = stage.Inputs.FindIndex(binding => SymbolEqualityComparer.Default.Equals(binding.Parameter, parameter.Symbol));
        if (input >= 0)
        {
            var binding = stage.Inputs[input];
            return new ArgumentModel(
                parameter.Name,
                ArgumentKind.Input,
                context.Types.CodeOf(binding.Element ?? graph.ConsumedType(binding.Output)),
                input
            );
        }

        var kind =
            parameter.Type.IsCancellationToken() ? ArgumentKind.CancellationToken
            : parameter.Type.IsLanguageType("StageContext") ? ArgumentKind.Context
            : parameter.IsInjected
                ? (
                    parameter.Symbol.NullableAnnotation == NullableAnnotation.Annotated
                        ? ArgumentKind.OptionalService
                        : ArgumentKind.Service
                )
            : ArgumentKind.Default;
        return new ArgumentModel(
            parameter.Name,
            kind,
            context.Types.CodeOf(parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            -1
        );
    }

    /// <summary>Whether the compiler has to be told by the arguments' types which method is meant.</summary>
    private static bool IsOverloaded(IMethodSymbol method)
    {
        for (var declaring = method.ContainingType; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(method.Name))
            {
                if (!SymbolEqualityComparer.Default.Equals(member, method))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? DefaultOf(IParameterSymbol parameter) =>
        !parameter.IsOptional ? null
        : !parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is null ? "default!"
        : parameter.ExplicitDefaultValue is DateTime date ? $"new global::System.DateTime({Literal.Code(date.Ticks)})"
        : $"({Literal.Code(parameter.ExplicitDefaultValue)})";
}
