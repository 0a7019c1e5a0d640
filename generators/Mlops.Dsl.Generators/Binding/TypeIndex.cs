using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Finds outputs by type. Outputs of exactly the parameter's type come first; only where there is none, those that convert to it.
/// What a publication returns is no candidate, because it is what another stage returned already.
/// </summary>
internal sealed class TypeIndex
{
    private readonly PipelineGraph _graph;
    private readonly Dictionary<ITypeSymbol, List<OutputDeclaration>> _outputs = new(SymbolEqualityComparer.Default);

    public TypeIndex(PipelineGraph graph)
    {
        _graph = graph;
        foreach (var output in graph.Outputs.Where(static output => output.Stage.Kind != StageKind.Publish))
        {
            var type = graph.ConsumedType(output);
            if (!_outputs.TryGetValue(type, out var same))
            {
                _outputs.Add(type, same = []);
            }

            same.Add(output);
        }
    }

    /// <summary>The outputs of other stages that can feed a parameter of the type.</summary>
    public List<OutputDeclaration> Find(ITypeSymbol type, StageDeclaration consumer)
    {
        if (_outputs.TryGetValue(type, out var same) && same.FindAll(output => output.Stage != consumer) is { Count: > 0 } exact)
        {
            return exact;
        }

        return
        [
            .. _outputs
                .Where(entry => _graph.Conversions.Converts(entry.Key, type))
                .SelectMany(static entry => entry.Value)
                .Where(output => output.Stage != consumer)
                .OrderBy(static output => output.Stage.Index)
                .ThenBy(static output => output.Ordinal),
        ];
    }
}
