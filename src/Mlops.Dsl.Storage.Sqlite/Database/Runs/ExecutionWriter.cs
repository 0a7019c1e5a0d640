using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Writes executions and what belongs to them. Belongs to the writer's thread.</summary>
internal sealed class ExecutionWriter(Connection connection, NameTable names)
{
    private const int RememberedSettings = 100_000;
    private const string IsArtifact = "substr(hash, 1, 8) = substr(?1, 1, 8) AND hash = ?1";

    private readonly Statement _execution = connection.Prepare(
        "INSERT INTO executions (key, run, stage, element, settings, succeeded, error, started, duration, attempts) VALUES (?, ?, ?, ?, ?, "
            + "?, ?, ?, ?, ?)"
    );

    private readonly Statement _input = connection.Prepare("INSERT INTO inputs (execution, position, name, artifact) VALUES (?, ?, ?, ?)");
    private readonly Statement _output = connection.Prepare(
        "INSERT INTO outputs (execution, position, name, artifact, length, flags) VALUES (?, ?, ?, ?, ?, ?)"
    );

    private readonly Statement _knownArtifact = connection.Prepare(
        $"SELECT length, content IS NOT NULL, content, files, elements FROM artifacts WHERE {IsArtifact}"
    );

    private readonly Statement _forgetArtifact = connection.Prepare($"DELETE FROM artifacts WHERE {IsArtifact}");
    private readonly Statement _artifact = connection.Prepare(
        "INSERT INTO artifacts (hash, length, content, files, elements) VALUES (?, ?, ?, ?, ?)"
    );
    private readonly Statement _metric = connection.Prepare(
        "INSERT INTO metrics (execution, sequence, name, step, value) VALUES (?, ?, ?, ?, ?)"
    );
    private readonly Statement _log = connection.Prepare(
        "INSERT INTO logs (execution, sequence, time, level, message) VALUES (?, ?, ?, ?, ?)"
    );
    private readonly Statement _settings = connection.Prepare("INSERT INTO settings (fingerprint, content) VALUES (?, CAST(? AS TEXT))");
    private readonly Dictionary<ContentHash, long> _knownSettings = [];

    /// <summary>Writes an execution.</summary>
    /// <param name="run">The run that executed it.</param>
    /// <param name="execution">The execution.</param>
    /// <param name="settings">The parts of its key that it may share with others, as <see cref="KeyPartsFormat"/> writes them.</param>
    /// <returns>Its number.</returns>
    public long Write(RunContext run, ExecutionCommit execution, SharedSettings settings)
    {
        _execution
            .Reset()
            .Bind(execution.Key?.Hash)
            .Bind(run.Number)
            .Bind(names.GetStage(run.Pipeline, execution.Stage))
            .Bind(execution.Element)
            .Bind(GetSettings(execution.Parts.Fingerprint, settings))
            .Bind(execution.Succeeded ? 1 : 0)
            .Bind(execution.Error)
            .Bind(execution.Started.ToMicroseconds())
            .Bind(execution.Duration.ToMicroseconds())
            .Bind(execution.Attempts)
            .Run();
        var id = connection.LastRowId;
        WriteInputs(id, execution.Parts.Inputs);
        WriteOutputs(id, execution.Outputs);
        WriteMetrics(id, execution.Metrics);
        WriteLogs(id, execution.Logs);
        return id;
    }

    /// <summary>Forgets what a roll-back may have taken back.</summary>
    public void Forget() => _knownSettings.Clear();

    private void WriteInputs(long execution, IReadOnlyList<NamedContent> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            _input.Reset().Bind(execution).Bind(i).Bind(inputs[i].Name).Bind(inputs[i].Content).Run();
        }
    }

    private void WriteOutputs(long execution, IReadOnlyList<NamedArtifact> outputs)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            var artifact = outputs[i].Artifact;
            var reference = artifact.Reference;
            _output
                .Reset()
                .Bind(execution)
                .Bind(i)
                .Bind(outputs[i].Name)
                .Bind(reference.Hash)
                .Bind(reference.Length)
                .Bind((long)FlagsOf(reference))
                .Run();
            WriteArtifact(artifact);
        }
    }

    private void WriteArtifact(StoredArtifact artifact)
    {
        var isKnown = _knownArtifact.Reset().Bind(artifact.Hash).Step();
        var isRight = isKnown && IsRight(_knownArtifact, artifact);
        _knownArtifact.Reset();
        if (isRight)
        {
            return;
        }

        if (isKnown)
        {
            // It was damaged; or the store was opened with another limit when it kept the artifact in a file.
            _forgetArtifact.Reset().Bind(artifact.Hash).Run();
        }

        _artifact.Reset().Bind(artifact.Hash).Bind(artifact.Reference.Length);
        _ = artifact.Reference.IsInline ? _artifact.Bind(artifact.Inline.Span) : _artifact.BindNull();
        BindHashes(artifact.Files);
        BindHashes(artifact.References);
        _artifact.Run();
    }

    private static bool IsRight(Statement known, StoredArtifact artifact) =>
        known.GetInt64(0) == artifact.Reference.Length
        && (
            artifact.Reference.IsInline
                ? known.GetInt32(1) != 0 && known.GetBytes(2).SequenceEqual(artifact.Inline.Span)
                : known.GetInt32(1) == 0 || ContentHash.Of(known.GetBytes(2)) == artifact.Hash
        )
        && MemoryMarshal.Cast<byte, ContentHash>(known.GetBytes(3)).SequenceEqual([.. artifact.Files])
        && MemoryMarshal.Cast<byte, ContentHash>(known.GetBytes(4)).SequenceEqual([.. artifact.References]);

    private void WriteMetrics(long execution, IReadOnlyList<Metric> metrics)
    {
        for (var i = 0; i < metrics.Count; i++)
        {
            _metric.Reset().Bind(execution).Bind(i).Bind(metrics[i].Name).Bind(metrics[i].Step).Bind(metrics[i].Value).Run();
        }
    }

    private void WriteLogs(long execution, IReadOnlyList<LogLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            _log.Reset()
                .Bind(execution)
                .Bind(i)
                .Bind(lines[i].Time.ToMicroseconds())
                .Bind((long)lines[i].Level)
                .Bind(lines[i].Message)
                .Run();
        }
    }

    private void BindHashes(IReadOnlyList<ContentHash> hashes)
    {
        if (hashes.Count == 0)
        {
            _artifact.BindNull();
        }
        else
        {
            ContentHash[] array = [.. hashes];
            _artifact.Bind(MemoryMarshal.AsBytes(array.AsSpan()));
        }
    }

    private long GetSettings(ContentHash? fingerprint, SharedSettings settings)
    {
        if (!_knownSettings.TryGetValue(settings.Hash, out var id))
        {
            if (_knownSettings.Count >= RememberedSettings)
            {
                _knownSettings.Clear();
            }

            _settings.Reset().Bind(fingerprint).Bind(settings.Content).Run();
            _knownSettings.Add(settings.Hash, id = connection.LastRowId);
        }

        return id;
    }

    /// <summary>The flags of an artifact.</summary>
    public static ArtifactFlags FlagsOf(ArtifactReference artifact) =>
        (artifact.IsInline ? ArtifactFlags.Inline : ArtifactFlags.None) | (artifact.HasFiles ? ArtifactFlags.HasFiles : ArtifactFlags.None);
}
