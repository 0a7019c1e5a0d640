namespace Mlops.Dsl.Serialization;

/// <summary>Valid rows, then the report with what is quarantined.</summary>
internal sealed class ValidatedCodec<T>(Codec<T> row) : Codec<Validated<T>>
    where T : notnull
{
    public override string Schema => $"validated({row.Schema})";

    public override bool IsImmutable => row.IsImmutable;

    public override void Write(ArtifactWriter writer, Validated<T> value)
    {
        _ = value ?? throw NullValue.Found(nameof(Validated<T>));
        ItemSequence.Write(writer, row, value.AsSpan());
        var report = value.Report;
        writer.WriteLength(report.RowsRead);
        writer.WriteLength(report.RowsRejected);
        writer.WriteLength(report.Rejects.Count);
        foreach (var reject in report.Rejects)
        {
            WriteReject(writer, reject);
        }

        writer.WriteLength(report.BrokenConstraints.Count);
        foreach (var broken in report.BrokenConstraints)
        {
            writer.WriteString(broken.Column);
            writer.WriteString(broken.Constraint);
            writer.WriteLength(broken.RowCount);
            writer.WriteLength(broken.FirstIndex);
            writer.WriteString(broken.FirstMessage);
        }
    }

    public override Validated<T> Read(ArtifactReader reader)
    {
        var rows = ItemSequence.Read(reader, row);
        var rowsRead = reader.ReadLength();
        var rowsRejected = reader.ReadLength();
        var rejects = new RejectedRow<T>[reader.ReadCount(minimumItemSize: 3)];
        reader.BeginItems(rejects.Length);
        for (var i = 0; i < rejects.Length; i++)
        {
            reader.BeginItem();
            rejects[i] = ReadReject(reader);
        }

        var broken = new BrokenConstraint[reader.ReadCount(minimumItemSize: 5)];
        for (var i = 0; i < broken.Length; i++)
        {
            broken[i] = new BrokenConstraint(
                reader.ReadString(),
                reader.ReadString(),
                reader.ReadLength(),
                reader.ReadLength(),
                reader.ReadString()
            );
        }

        return new Validated<T>(rows, new ValidationReport<T>(rowsRead, rowsRejected, rejects, broken));
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("rows");
        ItemSequence.Transcribe(reader, row, transcript);
        transcript.WriteName("report");
        ReportTranscript.Write(reader, row, transcript);
        transcript.EndObject();
    }

    private void WriteReject(ArtifactWriter writer, RejectedRow<T> reject)
    {
        writer.WriteLength(reject.Index);
        writer.WriteBoolean(reject.Row is not null);
        if (reject.Row is not null)
        {
            row.Write(writer, reject.Row);
        }

        writer.WriteLength(reject.Problems.Count);
        foreach (var problem in reject.Problems)
        {
            writer.WriteString(problem.Column);
            writer.WriteString(problem.Constraint);
            writer.WriteString(problem.Message);
        }
    }

    private RejectedRow<T> ReadReject(ArtifactReader reader)
    {
        var index = reader.ReadLength();
        var value = reader.ReadBoolean() ? row.Read(reader) : default!;
        var problems = new RowProblem[reader.ReadCount(minimumItemSize: 3)];
        for (var i = 0; i < problems.Length; i++)
        {
            problems[i] = new RowProblem(reader.ReadString(), reader.ReadString(), reader.ReadString());
        }

        return new RejectedRow<T>(index, value, problems);
    }
}
