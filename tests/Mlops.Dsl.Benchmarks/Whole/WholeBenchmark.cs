using Mlops.Dsl.Benchmarks.Serving;
using Mlops.Dsl.Storage.Sqlite.Objects;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// The table of everything, or of the rows whose group is named: <c>generator</c>, <c>compiler</c>, <c>engine</c>, <c>process</c>,
/// <c>memory</c>, <c>hash</c>, <c>serving</c>.
/// </summary>
internal static class WholeBenchmark
{
    public static IEnumerable<Finding> Run(IReadOnlyCollection<string> groups)
    {
        var findings = new List<(string Group, Func<IEnumerable<Finding>> Measure)>
        {
            ("generator", static () => [GeneratorFindings.BodyEdit(), GeneratorFindings.DeclarationEdit()]),
            ("compiler", static () => [EditedBodyFindings.Run(), .. BuildShareFindings.Run()]),
            ("engine", EngineFindings.Chain),
            ("process", static () => [ProcessFindings.NoOpDemo()]),
            ("memory", MemoryFindings.Run),
            ("hash", static () => ProcessFindings.Hashing(static file => FileHasher.Hash(file).ToString())),
            ("serving", static () => [.. ScorerFindings.Run(), .. ServingFindings.Run()]),
        };
        return findings
            .Where(finding => groups.Count == 0 || groups.Contains(finding.Group))
            .SelectMany(static finding => finding.Measure())
            .ToList();
    }
}
