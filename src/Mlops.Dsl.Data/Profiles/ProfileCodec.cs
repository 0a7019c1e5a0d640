using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>A profile: the number of rows, then the columns in order.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class ProfileCodec<T> : Codec<Profile<T>>
    where T : notnull
{
    // Counts and flags of an empty column; a damaged count can't promise more columns than there are bytes.
    private const int SmallestColumn = 8;

    /// <inheritdoc />
    public override string Schema => "profile(1)";

    /// <inheritdoc />
    public override bool IsImmutable => true;

    /// <inheritdoc />
    public override void Write(ArtifactWriter writer, Profile<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteLength(value.Rows);
        writer.WriteLength(value.Columns.Count);
        foreach (var column in value.Columns)
        {
            writer.WriteString(column.Name);
            writer.WriteString(column.TypeName);
            writer.WriteByte((byte)column.Kind);
            writer.WriteLength(column.Rows);
            writer.WriteLength(column.Missing);
            writer.WriteLength(column.Distinct);
            writer.WriteBoolean(column.DistinctIsExact);
            ProfileParts.Write(writer, column.Numbers);
            ProfileParts.Write(writer, column.Categories);
        }
    }

    /// <inheritdoc />
    public override Profile<T> Read(ArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = reader.ReadLength();
        var columns = new ColumnProfile[reader.ReadLength(SmallestColumn)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ColumnProfile(
                reader.ReadString(),
                reader.ReadString(),
                ProfileParts.ReadKind(reader),
                reader.ReadLength(),
                reader.ReadLength(),
                reader.ReadLength(),
                reader.ReadBoolean(),
                ProfileParts.ReadNumbers(reader),
                ProfileParts.ReadCategories(reader)
            );
        }

        return new Profile<T>(rows, columns);
    }

    /// <inheritdoc />
    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var profile = Read(reader);
        transcript.BeginObject();
        ProfileTranscript.Number(transcript, "rows", profile.Rows);
        transcript.WriteName("columns");
        transcript.BeginList(profile.Columns.Count);
        foreach (var column in profile.Columns)
        {
            ProfileTranscript.Write(transcript, column);
        }

        transcript.EndList();
        transcript.EndObject();
    }
}
