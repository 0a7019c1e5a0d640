using System.Globalization;
using Mlops.Dsl.Onnx;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>The codec of a <see cref="Model{TInput, TPrediction}"/>: signature, origin, parity, and the bytes of the graph.</summary>
/// <typeparam name="TInput">The row that the model takes.</typeparam>
/// <typeparam name="TPrediction">What it says of it.</typeparam>
public sealed class ModelCodec<TInput, TPrediction> : Codec<Model<TInput, TPrediction>>
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    /// <inheritdoc />
    public override string Schema => $"model(1,{TInput.Codec.Schema},{TPrediction.Codec.Schema})";

    /// <inheritdoc />
    public override bool IsImmutable => true;

    /// <inheritdoc />
    public override void Write(ArtifactWriter writer, Model<TInput, TPrediction> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ModelFormat.Write(writer, value.Signature);
        writer.WriteString(value.Origin.Framework);
        writer.WriteString(value.Origin.Trainer);
        ModelFormat.Write(writer, value.Parity);
        writer.WriteLength(value.Onnx.Length);
        writer.WriteBytes(value.Onnx.Span);
    }

    /// <inheritdoc />
    public override Model<TInput, TPrediction> Read(ArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var signature = ModelFormat.ReadSignature(reader);
        var origin = new ModelOrigin(reader.ReadString(), reader.ReadString());
        var parity = ModelFormat.ReadParity(reader);
        var onnx = new byte[reader.ReadLength(1)];
        reader.ReadBytes(onnx);
        try
        {
            return new Model<TInput, TPrediction>(onnx, signature, origin, parity, OnnxGraph.Parse(onnx));
        }
        catch (ModelException exception)
        {
            throw new ArtifactFormatException($"The artifact is not in its codec's format: {exception.Message}", exception);
        }
    }

    /// <inheritdoc />
    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ModelTranscript.Write(transcript, Read(reader));
    }
}

/// <summary>Tells what a model is, for people.</summary>
internal static class ModelTranscript
{
    public static void Write<TInput, TPrediction>(ArtifactTranscript transcript, Model<TInput, TPrediction> model)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        transcript.BeginObject();
        Text(transcript, "hash", model.Hash.ToString());
        Text(transcript, "framework", model.Origin.Framework);
        Text(transcript, "trainer", model.Origin.Trainer);
        transcript.WriteName("opsets");
        transcript.BeginMap(model.Opsets.Count);
        foreach (var opset in model.Opsets)
        {
            Number(transcript, opset.Domain.Length == 0 ? "ai.onnx" : opset.Domain, opset.Version);
        }

        transcript.EndMap();
        Number(transcript, "bytes", model.Onnx.Length);
        transcript.WriteName("inputs");
        transcript.BeginList(model.Signature.Inputs.Count);
        foreach (var input in model.Signature.Inputs)
        {
            transcript.BeginObject();
            Text(transcript, "column", input.Column);
            Text(transcript, "type", input.ColumnType);
            Text(transcript, "onnx", input.OnnxName);
            Text(transcript, "element", input.Element.ToString());
            Text(transcript, "missing", input.Missing.ToString());
            Number(transcript, "position", input.Position);
            transcript.EndObject();
        }

        transcript.EndList();
        transcript.WriteName("outputs");
        transcript.BeginList(model.Signature.Outputs.Count);
        foreach (var output in model.Signature.Outputs)
        {
            transcript.BeginObject();
            Text(transcript, "property", output.Property);
            Text(transcript, "type", output.PropertyType);
            Text(transcript, "onnx", output.OnnxName);
            Text(transcript, "element", output.Element.ToString());
            Number(transcript, "position", output.Position);
            transcript.EndObject();
        }

        transcript.EndList();
        transcript.WriteName("parity");
        Write(transcript, model.Parity);
        transcript.EndObject();
    }

    private static void Write(ArtifactTranscript transcript, ParityRecord? parity)
    {
        if (parity is null)
        {
            transcript.WriteNull();
            return;
        }

        transcript.BeginObject();
        Number(transcript, "realRows", parity.RealRows);
        Number(transcript, "hostileRows", parity.HostileRows);
        transcript.WriteName("largestDifference");
        transcript.WriteNumber(parity.LargestDifference);
        transcript.WriteName("tolerance");
        transcript.WriteNumber(parity.Tolerance);
        Number(transcript, "labelDisagreements", parity.LabelDisagreements);
        transcript.EndObject();
    }

    private static void Text(ArtifactTranscript transcript, string name, string value)
    {
        transcript.WriteName(name);
        transcript.WriteText(value);
    }

    private static void Number(ArtifactTranscript transcript, string name, long value)
    {
        transcript.WriteName(name);
        transcript.WriteDigits(value.ToString(CultureInfo.InvariantCulture));
    }
}
