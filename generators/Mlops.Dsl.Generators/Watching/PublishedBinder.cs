using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>Connects a <c>[FromPublished]</c> source to the stage of the pipeline that publishes, and compares their types.</summary>
internal sealed class PublishedBinder(StageDeclaration stage, IProblemSink sink)
{
    public WatchTarget? Bind()
    {
        var attribute = stage.Attributes.Declaration;
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol type }, { Value: string name }] || type.HasErrors())
        {
            return Refuse(AttributeTarget.Problem(attribute, "pipeline", "stage"));
        }

        if (type.Find("Pipeline") is not { } pipeline || StageAttributes.FirstText(pipeline) is not { } pipelineName)
        {
            return Refuse(
                type.Find("Contract") is null
                    ? $"{type.Name} is no [Pipeline]"
                    : $"{type.Name} stands for a pipeline of which there is only the lock, and that has no artifacts of stages: reference "
                        + $"the pipeline's project"
            );
        }

        if (FindEntry(type, AttributeArguments.Named(attribute, "Publication") as string, out var problem) is not { } entry)
        {
            return Refuse(problem);
        }

        if (FindOutput(type, name) is not var (producer, output, returned))
        {
            return Refuse($"{type.Name} has no stage, source or output '{name}'");
        }

        if (producer.Find("ForEach") is not null)
        {
            return Refuse($"'{producer.Name}' of {type.Name} runs once per element: take what a stage makes of the collected list");
        }

        if (
            StageAttributes.Read(producer) is { Kind: StageKind.Source }
            && (returned.IsLanguageType("FileSet") || returned.IsLanguageType("FileArtifact"))
        )
        {
            return Refuse(
                $"'{producer.Name}' of {type.Name} finds files where they are, which the store does not keep: take what a stage "
                    + $"makes of them"
            );
        }

        if (stage.Result is null || !SymbolEqualityComparer.Default.Equals(stage.Result, returned))
        {
            return stage.Result?.HasErrors() == true || returned.HasErrors()
                ? Refuse(null)
                : Refuse(
                    $"'{type.Name}.{producer.Name}' makes a {TypeText.Display(returned)}, but the source is declared as "
                        + $"{TypeText.Display(stage.Method.ReturnType)}: declare it as {TypeText.Display(returned)}, or change "
                        + $"'{producer.Name}'",
                    TypeText.Code(returned)
                );
        }

        var alias = AttributeArguments.Named(attribute, "Alias") as string ?? AliasName.Default;
        return AliasName.IsValid(alias)
            ? new PublishedTarget(pipelineName, entry, alias, producer.Name, output)
            : Refuse(AliasName.Problem(alias));
    }

    /// <summary>The name of the published entry whose version tells the run.</summary>
    private static string? FindEntry(INamedTypeSymbol type, string? publication, out string problem)
    {
        var all = type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Find("Publish") is not null).ToList();
        var meant = publication is null ? all : all.FindAll(method => method.Name == publication);
        problem =
            publication is not null && meant.Count == 0 ? $"{type.Name} has no [Publish] method '{publication}'"
            : all.Count == 0 ? $"{type.Name} publishes nothing"
            : meant.Count > 1
                ? $"{type.Name} publishes several: set Publication to one of "
                    + $"{string.Join(", ", all.Select(static method => $"nameof({method.ContainingType.Name}.{method.Name})"))}"
            : $"the name that '{meant[0].Name}' of {type.Name} publishes is malformed";
        return meant is [var one] ? StageAttributes.FirstText(one.Find("Publish")!) : null;
    }

    /// <summary>A stage by its name, or the one whose tuple has an element of the name.</summary>
    private static (IMethodSymbol Producer, string Output, ITypeSymbol Type)? FindOutput(INamedTypeSymbol type, string name)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.ReturnsVoid || StageAttributes.Read(method) is null || ResultOf(method) is not { } result)
            {
                continue;
            }

            if (result is INamedTypeSymbol { IsTupleType: true } tuple)
            {
                if (tuple.TupleElements.FirstOrDefault(element => element.Name == name) is { } element)
                {
                    return (method, element.Name, element.Type);
                }
            }
            else if (method.Name == name)
            {
                return (method, method.Name, result);
            }
        }

        return null;
    }

    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnType.IsTask() ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault() : method.ReturnType;

    /// <param name="problem">What is wrong; null where the compiler says it.</param>
    /// <param name="type">The type that would be right, which a fix declares, as code writes it; null where that is not all.</param>
    private WatchTarget? Refuse(string? problem, string? type = null)
    {
        var kind = problem is null ? ProblemKind.ErrorOfCompiler : ProblemKind.PublishedDoesNotFit;
        sink.Report(kind, stage.Location, type is null ? [stage.Name, problem ?? ""] : [stage.Name, problem ?? "", type]);
        return null;
    }
}
