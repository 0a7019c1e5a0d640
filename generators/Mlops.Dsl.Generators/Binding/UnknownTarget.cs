using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>Reports a name in an attribute that nothing has.</summary>
internal static class UnknownTarget
{
    public static void Report(
        IProblemSink sink,
        Location? location,
        string attribute,
        StageDeclaration stage,
        string name,
        IEnumerable<string> candidates
    )
    {
        var names = candidates.ToList();
        sink.Report(
            ProblemKind.UnknownTarget,
            location,
            attribute,
            stage.Name,
            name,
            NearestName.Find(name, names),
            string.Join(", ", names)
        );
    }
}
