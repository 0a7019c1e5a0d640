using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.HeapChild;

/// <summary>A chain of stages of which each adds one to what the last returned, defined as the generator would.</summary>
internal sealed class Chain
{
    public static PipelineDefinition Define(int stages) =>
        new PipelineDefinition<Chain>
        {
            Name = "chain",
            Version = "1.0.0",
            Parameters = [],
            Create = static _ => new Chain(),
            Stages = [.. Enumerable.Range(0, stages).Select(static index => new Link(index))],
        };

    private sealed class Link : StageDefinition
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Link(int index)
        {
            Index = index;
            Name = string.Create(CultureInfo.InvariantCulture, $"Link{index}");
            Kind = StageKind.Stage;
            Inputs = index == 0 ? [] : [new InputDefinition("before", index - 1, 0)];
            Outputs = [new OutputDefinition<int>(Name, "int", Codecs.Int32)];
        }

        public override ValueTask InvokeAsync(StageCall call)
        {
            call.SetOutput(0, Index == 0 ? 1 : call.GetInput<int>(0) + 1);
            return ValueTask.CompletedTask;
        }
    }
}
