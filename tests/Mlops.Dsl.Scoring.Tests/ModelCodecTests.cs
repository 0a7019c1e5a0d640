using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class ModelCodecTests
{
    private static readonly ModelCodec<CitizenView, RichScore> Codec = new();

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        var model = TrainedModels.FastTree;
        var bytes = Written(model);
        var read = Read(bytes);
        Assert.Equal(model.Hash, read.Hash);
        Assert.Equal(model.Parity, read.Parity);
        Assert.Equal(model.Origin, read.Origin);
        Assert.Equal(model.Opsets, read.Opsets);
        Assert.Equal(model.Signature.Inputs, read.Signature.Inputs);
        Assert.Equal(model.Signature.Outputs, read.Signature.Outputs);
        Assert.Equal(bytes, Written(read));
        using var scorer = read.CreateScorer();
        using var original = model.CreateScorer();
        Assert.Equal(original.Score(Census.Views(20)), scorer.Score(Census.Views(20)));
    }

    [Fact]
    public void The_schema_names_both_types() => Assert.Equal("model(1,row(Age:int32),row(Rich:bool))", Codec.Schema);

    [Fact]
    public void Bytes_that_end_too_soon_are_refused()
    {
        var bytes = Written(TrainedModels.FastTree);
        for (var length = 0; length < bytes.Length; length += 1 + (length / 40))
        {
            Assert.Throws<ArtifactFormatException>(() => Read(bytes[..length]));
        }
    }

    [Fact]
    public void The_hash_is_that_of_signature_and_graph()
    {
        var model = TrainedModels.FastTree;
        var renamed = new Model<CitizenView, RichScore>(model.Onnx, model.Signature, new ModelOrigin("another", "trainer"), null);
        Assert.Equal(model.Hash, renamed.Hash);
        var retyped = new ModelSignature(
            model.Signature.Inputs.Select(static input => input with { ColumnType = input.ColumnType + "?" }),
            model.Signature.Outputs
        );
        Assert.NotEqual(model.Hash, new Model<CitizenView, RichScore>(model.Onnx, retyped, model.Origin, null).Hash);
    }

    private static byte[] Written(Model<CitizenView, RichScore> model)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, new NoFiles()))
        {
            Codec.Write(writer, model);
        }

        return stream.ToArray();
    }

    private static Model<CitizenView, RichScore> Read(byte[] bytes)
    {
        using var reader = new ArtifactReader(new MemoryStream(bytes), bytes.Length, new NoFiles());
        var model = Codec.Read(reader);
        reader.EnsureEnd();
        return model;
    }

    private sealed class NoFiles : IArtifactFiles
    {
        public ContentHash HashInPlace(string path) => throw new NotSupportedException(path);

        public ContentHash Store(string path) => throw new NotSupportedException(path);

        public string GetPath(ContentHash content) => throw new NotSupportedException(content.ToString());
    }
}
