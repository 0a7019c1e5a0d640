using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Contracts;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>The part of a contract that somebody relies on who takes one thing of it.</summary>
internal static class ContractPart
{
    private static readonly char[] Brackets = ['<', '>', ',', ' ', '?', '[', ']', '(', ')', '.', '+'];

    /// <summary>What is published under a name, and its rows.</summary>
    /// <param name="contract">The whole contract.</param>
    /// <param name="publication">The entry that is taken; null for an artifact that is not published.</param>
    /// <param name="type">The type of what is taken, as a person writes it, where nothing is published under the name.</param>
    public static PipelineContract Of(PipelineContract contract, string? publication, string type)
    {
        var published = contract.Publications.Where(output => output.Name == publication).ToList();
        var names = new HashSet<string>((published.FirstOrDefault()?.Type ?? type).Split(Brackets), StringComparer.Ordinal);
        return contract with
        {
            Parameters = [],
            Rows = [.. contract.Rows.Where(row => names.Contains(Simple(row.Name)))],
            Publications = published,
            Stages = [],
        };
    }

    /// <summary>
    /// The rows of the published model: what it takes, and what it says; null where it is no model, or where the lock has no columns of
    /// them.
    /// </summary>
    public static (ContractRow Input, ContractRow Prediction)? RowsOf(PipelineContract contract, ContractOutput model) =>
        model.Codec?.StartsWith("model(", StringComparison.Ordinal) == true
        && model.Type.Split(['<', ',', '>'], StringSplitOptions.RemoveEmptyEntries) is [_, var input, var prediction]
        && Find(contract, input.Trim()) is { } taken
        && Find(contract, prediction.Trim()) is { } said
            ? (taken, said)
            : null;

    private static ContractRow? Find(PipelineContract contract, string type) =>
        contract.Rows.FirstOrDefault(row => row.Name == type) ?? contract.Rows.FirstOrDefault(row => Simple(row.Name) == Simple(type));

    private static string Simple(string name) => name.Substring(name.LastIndexOfAny(['.', '+']) + 1);
}
