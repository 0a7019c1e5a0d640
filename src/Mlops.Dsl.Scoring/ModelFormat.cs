using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>How a model is written: signature, origin, parity, graph.</summary>
internal static class ModelFormat
{
    /// <summary>The hash of what decides what a model says.</summary>
    public static ContentHash Hash(ModelSignature signature, ReadOnlySpan<byte> onnx)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, NoFiles.Instance))
        {
            Write(writer, signature);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(stream.ToArray());
        hash.AppendData(onnx);
        return new ContentHash(hash.GetHashAndReset());
    }

    public static void Write(ArtifactWriter writer, ModelSignature signature)
    {
        writer.WriteLength(signature.Inputs.Count);
        foreach (var input in signature.Inputs)
        {
            writer.WriteString(input.Column);
            writer.WriteString(input.ColumnType);
            writer.WriteString(input.OnnxName);
            writer.WriteByte((byte)input.Element);
            writer.WriteByte((byte)input.Missing);
            writer.WriteLength(input.Position);
        }

        writer.WriteLength(signature.Outputs.Count);
        foreach (var output in signature.Outputs)
        {
            writer.WriteString(output.Property);
            writer.WriteString(output.PropertyType);
            writer.WriteString(output.OnnxName);
            writer.WriteByte((byte)output.Element);
            writer.WriteLength(output.Position);
            writer.WriteLength(output.Width);
        }
    }

    public static ModelSignature ReadSignature(ArtifactReader reader)
    {
        var inputs = new ModelInput[reader.ReadLength(6)];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new ModelInput(
                reader.ReadString(),
                reader.ReadString(),
                reader.ReadString(),
                ReadElement(reader),
                ReadEnum<MissingValue>(reader.ReadByte()),
                reader.ReadLength()
            );
        }

        var outputs = new ModelOutput[reader.ReadLength(6)];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new ModelOutput(
                reader.ReadString(),
                reader.ReadString(),
                reader.ReadString(),
                ReadElement(reader),
                reader.ReadLength(),
                reader.ReadLength()
            );
        }

        return new ModelSignature(inputs, outputs);
    }

    public static void Write(ArtifactWriter writer, ParityRecord? parity)
    {
        writer.WriteBoolean(parity is not null);
        if (parity is not null)
        {
            writer.WriteLength(parity.RealRows);
            writer.WriteLength(parity.HostileRows);
            writer.WriteDouble(parity.LargestDifference);
            writer.WriteDouble(parity.Tolerance);
            writer.WriteLength(parity.LabelDisagreements);
        }
    }

    public static ParityRecord? ReadParity(ArtifactReader reader) =>
        reader.ReadBoolean()
            ? new ParityRecord(reader.ReadLength(), reader.ReadLength(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadLength())
            : null;

    private static OnnxElement ReadElement(ArtifactReader reader) => ReadEnum<OnnxElement>(reader.ReadByte());

    private static T ReadEnum<T>(byte value)
        where T : struct, Enum
    {
        var member = (T)Enum.ToObject(typeof(T), value);
        return Enum.IsDefined(member)
            ? member
            : throw new ArtifactFormatException($"The artifact is not in its codec's format: {value} is no {typeof(T).Name}.");
    }

    private sealed class NoFiles : IArtifactFiles
    {
        public static NoFiles Instance { get; } = new();

        public ContentHash HashInPlace(string path) => throw new NotSupportedException("A model's signature has no files.");

        public ContentHash Store(string path) => throw new NotSupportedException("A model's signature has no files.");

        public string GetPath(ContentHash content) => throw new NotSupportedException("A model's signature has no files.");
    }
}
