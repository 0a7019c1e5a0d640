using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Names of outputs and stages are unique ignoring case, or a parameter's name could mean either. The only exception is a tuple element
/// called as the stage that returns it: the stage itself is no output then.
/// </summary>
internal static class OutputNameCheck
{
    public static void Run(PipelineGraph graph, IProblemSink sink)
    {
        var owners = new Dictionary<string, (string Name, StageDeclaration Stage)>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in graph.Stages)
        {
            Claim(owners, stage.Name, stage, stage.Location, sink);
        }

        foreach (var stage in graph.Stages.Where(static stage => stage.IsTuple))
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var output in stage.Outputs)
            {
                if (!output.IsNamed)
                {
                    sink.Report(
                        ProblemKind.UnnamedTupleElement,
                        stage.Location,
                        stage.Name,
                        (output.Ordinal + 1).ToString(CultureInfo.InvariantCulture)
                    );
                }
                else if (!seen.Add(output.Name) || !string.Equals(output.Name, stage.Name, StringComparison.OrdinalIgnoreCase))
                {
                    Claim(owners, output.Name, stage, stage.Location, sink);
                }
            }
        }
    }

    private static void Claim(
        Dictionary<string, (string Name, StageDeclaration Stage)> owners,
        string name,
        StageDeclaration stage,
        Location? location,
        IProblemSink sink
    )
    {
        if (owners.TryGetValue(name, out var other))
        {
            var where = other.Name == other.Stage.Name ? other.Name : $"{other.Stage.Name}.{other.Name}";
            sink.Report(ProblemKind.DuplicateOutputName, location, name, where);
        }
        else
        {
            owners.Add(name, (name, stage));
        }
    }
}
