using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>The nodes and parameters of a pipeline class by name, with their symbols: lives as long as one parse.</summary>
internal sealed class PipelineGraph
{
    private readonly Dictionary<string, OutputDeclaration> _outputs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, StageDeclaration> _stages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects names. Of two equal ones the first counts: <see cref="OutputNameCheck"/> reports the second.</summary>
    public PipelineGraph(IReadOnlyList<StageDeclaration> stages, IReadOnlyList<IPropertySymbol> parameters, Compilation compilation)
    {
        Stages = stages;
        Parameters = parameters;
        Conversions = new Conversions(compilation);
        foreach (var stage in stages)
        {
            TryAdd(_stages, stage.Name, stage);
            foreach (var output in stage.Outputs.Where(static output => output.IsNamed))
            {
                TryAdd(_outputs, output.Name, output);
            }
        }
    }

    /// <summary>The nodes in declaration order.</summary>
    public IReadOnlyList<StageDeclaration> Stages { get; }

    /// <summary>The properties that are parameters, secrets excluded, in declaration order.</summary>
    public IReadOnlyList<IPropertySymbol> Parameters { get; }

    public Conversions Conversions { get; }

    public IEnumerable<OutputDeclaration> Outputs => Stages.SelectMany(static stage => stage.Outputs);

    public OutputDeclaration? FindOutput(string name) => _outputs.TryGetValue(name, out var output) ? output : null;

    public StageDeclaration? FindStage(string name) => _stages.TryGetValue(name, out var stage) ? stage : null;

    public IPropertySymbol? FindParameter(string name) =>
        Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a consumer sees: of a <c>[ForEach]</c> stage, the list of all elements' outputs.</summary>
    public ITypeSymbol ConsumedType(OutputDeclaration output) => output.Stage.IsForEach ? Conversions.ListOf(output.Type) : output.Type;

    private static void TryAdd<T>(Dictionary<string, T> items, string name, T item)
    {
        if (!items.ContainsKey(name))
        {
            items.Add(name, item);
        }
    }
}
