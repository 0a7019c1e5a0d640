using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Comparing;
using Mlops.Dsl.Contracts.Reading;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Emitting.Manifests;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>
/// Compares the rows that a method takes and gives with those of the model that a lock promises. The lock is all that is known of the
/// pipeline.
/// </summary>
internal sealed class ShellCheck
{
    private readonly Reliance _reliance;
    private readonly string _file;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;

    public ShellCheck(
        Reliance reliance,
        string file,
        ImmutableDictionary<string, LockFile> locks,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        (_reliance, _file, _compilation, _cancellationToken) = (reliance, file, compilation, cancellationToken);
        if (!LockFile.IsLock(file))
        {
            Problem = $"'{file}' is no lock: name one, such as [Contract(\"income.pipeline.lock.json\")]";
        }
        else if (!locks.TryGetValue(LockFile.PipelineOf(file), out var found))
        {
            Problem = $"The project has no '{file}': copy it from the project of the pipeline, and put it beside this project's file";
        }
        else if ((Contract = found.Read(cancellationToken).Contract) is { } contract)
        {
            Problem = Compare(contract);
        }
    }

    /// <summary>What the lock promises; null where there is none, or where it can't be read, which has a rule of its own.</summary>
    public PipelineContract? Contract { get; }

    /// <summary>What does not fit, as a sentence without its end; null where all does.</summary>
    public string? Problem { get; }

    private string? Compare(PipelineContract contract)
    {
        if (!_reliance.IsPredict)
        {
            return $"'{_reliance.Source.Name}' stands for a pipeline of which there is only the lock, and that has no artifacts of stages: "
                + $"reference the pipeline's project for [FromPublished]";
        }

        if (_reliance.Member is null || TypesOf(_reliance.Method) is not var (input, prediction))
        {
            // The compiler, or the rules about services, say what is wrong.
            return null;
        }

        if (contract.Publications.FirstOrDefault(publication => publication.Name == _reliance.Member) is not { } model)
        {
            var names = string.Join(", ", contract.Publications.Select(static publication => $"'{publication.Name}'"));
            return $"Pipeline '{contract.Pipeline}' publishes no '{_reliance.Member}' by {_file}: it publishes "
                + $"{(names.Length == 0 ? "nothing" : names)}";
        }

        if (ContractPart.RowsOf(contract, model) is not var (taken, said))
        {
            return $"'{model.Name}' of pipeline '{contract.Pipeline}' is a {model.Type} by {_file}, and only a Model<TInput, TPrediction> "
                + $"whose columns are in the lock answers requests: "
                + "rewrite the lock in the pipeline's project, and copy it here";
        }

        return Compare(contract, model, input, taken, "takes") ?? Compare(contract, model, prediction, said, "says");
    }

    /// <summary>Every column has to be there, and to be the same: the model does not know what else a row could mean.</summary>
    private string? Compare(PipelineContract contract, ContractOutput model, ITypeSymbol type, ContractRow promised, string verb)
    {
        var here = Row(type);

        // A request's columns need no roles.
        var roles = promised.Columns.ToDictionary(static column => column.Name, static column => column.Role, StringComparer.Ordinal);
        var columns =
            verb == "takes"
                ? here
                    .Columns.Select(column => column with { Role = roles.TryGetValue(column.Name, out var role) ? role : column.Role })
                    .ToList()
                : here.Columns;
        var changes = RowComparison
            .Compare([here with { Columns = columns }], [promised with { Name = here.Name, IsRead = true, IsWritten = true }])
            .ToList();
        return changes.Count == 0
            ? null
            : $"'{here.Name}' is not what '{model.Name}' of pipeline '{contract.Pipeline}' {contract.Version} {verb}, which is "
                + $"'{promised.Name}' in {_file}: {ChangeText.Join(changes)}; "
                + $"where the lock is new, the pipeline changed, and '{here.Name}' has to follow; otherwise undo what changed here";
    }

    private ContractRow Row(ITypeSymbol type)
    {
        var columns = CodecPlans.Of(_compilation).Columns((INamedTypeSymbol)type, _cancellationToken);
        return new ContractRow(type.Name, IsRead: true, IsWritten: true, ManifestReader.Columns(ManifestWriter.Write(columns)));
    }

    private static (ITypeSymbol Input, ITypeSymbol Prediction)? TypesOf(IMethodSymbol method) =>
        method.ReturnType
            is INamedTypeSymbol
            {
                TypeArguments: [INamedTypeSymbol { Name: "Answer", TypeArguments: [INamedTypeSymbol prediction] } answer]
            }
        && answer.IsInLanguage()
        && method.Parameters is [{ Type: INamedTypeSymbol input }, _]
        && !input.HasErrors()
        && !prediction.HasErrors()
            ? (input, prediction)
            : null;
}
