using System.Diagnostics.CodeAnalysis;
using Mlops.Dsl.Onnx;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Sessions;

namespace Mlops.Dsl;

/// <summary>
/// A model: an ONNX graph from a row's raw columns to the prediction, and its signature. It is an artifact: what is evaluated, reviewed
/// and served has one hash.
/// </summary>
/// <typeparam name="TInput">The row that it takes.</typeparam>
/// <typeparam name="TPrediction">What it says of it.</typeparam>
[ArtifactCodec(typeof(ModelCodec<,>))]
public sealed class Model<TInput, TPrediction>
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    /// <summary>Takes a graph with the signature that it was made for.</summary>
    /// <param name="onnx">The bytes of an .onnx file.</param>
    /// <param name="signature">Which columns it takes and which properties it gives.</param>
    /// <param name="origin">What made it.</param>
    /// <param name="parity">How well it was found to say what the trained model says; null where nobody compared.</param>
    /// <exception cref="ModelException">
    /// The bytes are no ONNX model, or the signature, the graph and the types do not fit each other; the message names the column.
    /// </exception>
    public Model(ReadOnlyMemory<byte> onnx, ModelSignature signature, ModelOrigin origin, ParityRecord? parity)
        : this(onnx.ToArray(), signature, origin, parity, OnnxGraph.Parse(onnx)) =>
        SignatureCheck.Fit<TInput, TPrediction>(signature, OnnxGraph.Parse(onnx));

    // Takes ownership of the bytes. Whether a stored model fits today's types is asked when it is used: it can be shown and compared even
    // if not.
    internal Model(byte[] onnx, ModelSignature signature, ModelOrigin origin, ParityRecord? parity, OnnxGraph graph)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(origin);
        (Onnx, Signature, Origin, Parity, Opsets) = (onnx, signature, origin, parity, graph.Opsets);
        Hash = ModelFormat.Hash(signature, onnx);
    }

    /// <summary>The bytes of the .onnx file.</summary>
    public ReadOnlyMemory<byte> Onnx { get; }

    /// <summary>Which columns it takes and which properties it gives.</summary>
    public ModelSignature Signature { get; }

    /// <summary>The sets of operators that the graph is written in.</summary>
    public IReadOnlyList<OnnxOpset> Opsets { get; }

    /// <summary>What made it.</summary>
    public ModelOrigin Origin { get; }

    /// <summary>How well it was found to say what the trained model says; null where nobody compared.</summary>
    public ParityRecord? Parity { get; }

    /// <summary>The SHA-256 of the signature and the graph: equal for models that say the same of every row for the same reason.</summary>
    public ContentHash Hash { get; }

    /// <summary>Makes a scorer, which is to be kept and shared: opening one costs milliseconds, scoring a row microseconds.</summary>
    /// <param name="options">How the model is scored; by default on the processor, by one thread.</param>
    /// <exception cref="ModelException">
    /// The model does not fit the types, its bytes are damaged, or this program lacks what runs it; the message says which.
    /// </exception>
    public Scorer<TInput, TPrediction> CreateScorer(ScorerOptions? options = null) => new(this, options ?? new ScorerOptions());

    /// <summary>Takes any ONNX file as a model.</summary>
    /// <param name="onnx">The bytes of the file.</param>
    /// <param name="options">
    /// Which column goes where, for those whose name is not that of the graph's input; and which output is which property.
    /// </param>
    /// <exception cref="ModelException">
    /// The bytes are no ONNX model, or it does not fit the types, and the message names the column; or ONNX Runtime can't load it.
    /// </exception>
    [SuppressMessage(
        "Design",
        "CA1000",
        Justification = "The type arguments are what the caller has to say, and reads well: Model<Application, IncomeScore>.FromOnnx."
    )]
    [SuppressMessage("Design", "MA0018", Justification = "As above.")]
    public static Model<TInput, TPrediction> FromOnnx(ReadOnlyMemory<byte> onnx, OnnxImportOptions? options = null)
    {
        options ??= new OnnxImportOptions();
        var signature = OnnxImport.SignatureOf<TInput, TPrediction>(OnnxGraph.Parse(onnx), options);
        var model = new Model<TInput, TPrediction>(onnx, signature, new ModelOrigin("ONNX", options.Trainer), options.Parity);

        // Before it is published, not when it is to answer.
        SessionFactory.Try(onnx);
        return model;
    }
}
