namespace Mlops.Dsl.Generators.Symbols;

/// <summary>What a node of the graph is. The names are those of <c>Mlops.Dsl.Execution.StageKind</c>.</summary>
internal enum StageKind
{
    Source,
    Stage,
    Gate,
    Publish,
    Notify,
    Start,
}
