using System.Globalization;

namespace Mlops.Dsl.Serialization;

/// <summary>Passes on a validation's report as <see cref="ValidatedCodec{T}"/> stores it.</summary>
internal static class ReportTranscript
{
    public static void Write<T>(ArtifactReader reader, Codec<T> row, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        Number(reader, transcript, "rowsRead");
        Number(reader, transcript, "rowsRejected");
        transcript.WriteName("rejects");
        List(reader, transcript, minimumItemSize: 3, () => Reject(reader, row, transcript));
        transcript.WriteName("brokenConstraints");
        List(
            reader,
            transcript,
            minimumItemSize: 5,
            () =>
            {
                Text(reader, transcript, "column");
                Text(reader, transcript, "constraint");
                Number(reader, transcript, "rowCount");
                Number(reader, transcript, "firstIndex");
                Text(reader, transcript, "firstMessage");
            }
        );
        transcript.EndObject();
    }

    private static void Reject<T>(ArtifactReader reader, Codec<T> row, ArtifactTranscript transcript)
    {
        Number(reader, transcript, "index");
        transcript.WriteName("row");
        if (reader.ReadBoolean())
        {
            row.Transcribe(reader, transcript);
        }
        else
        {
            transcript.WriteNull();
        }

        transcript.WriteName("problems");
        List(
            reader,
            transcript,
            minimumItemSize: 3,
            () =>
            {
                Text(reader, transcript, "column");
                Text(reader, transcript, "constraint");
                Text(reader, transcript, "message");
            }
        );
    }

    private static void List(ArtifactReader reader, ArtifactTranscript transcript, int minimumItemSize, Action transcribeMembers)
    {
        var count = reader.ReadCount(minimumItemSize);
        transcript.BeginList(count);
        reader.BeginItems(count);
        for (var i = 0; i < count; i++)
        {
            reader.BeginItem();
            transcript.BeginObject();
            transcribeMembers();
            transcript.EndObject();
        }

        transcript.EndList();
    }

    private static void Number(ArtifactReader reader, ArtifactTranscript transcript, string name)
    {
        transcript.WriteName(name);
        transcript.WriteDigits(reader.ReadLength().ToString(CultureInfo.InvariantCulture));
    }

    private static void Text(ArtifactReader reader, ArtifactTranscript transcript, string name)
    {
        transcript.WriteName(name);
        transcript.WriteText(reader.ReadString());
    }
}
