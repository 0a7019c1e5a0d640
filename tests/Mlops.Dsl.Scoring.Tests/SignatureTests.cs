using Mlops.Dsl.Sessions;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class SignatureTests
{
    private static readonly Model<CitizenView, RichScore> Trained = TrainedModels.FastTree;

    [Fact]
    public void A_column_that_is_gone_is_named() =>
        Refused(
            With(static input => input.Column == "Age" ? input with { Column = "Years" } : input),
            "the column 'Years' (int)",
            "CitizenView has none of that name"
        );

    [Fact]
    public void A_column_of_another_type_is_named_with_both_types() =>
        Refused(
            With(static input => input.Column == "Age" ? input with { Column = "Work", ColumnType = "int" } : input with { Position = 0 }),
            "'Work' of CitizenView is string?",
            "the model takes int there, as Int32"
        );

    [Fact]
    public void A_column_that_may_be_missing_where_the_model_knows_none_is_named() =>
        Refused(
            With(static input => input.Column == "Hours" ? input with { Missing = MissingValue.None, ColumnType = "double" } : input),
            "'Hours' of CitizenView is double?",
            "takes double there",
            "without missing values"
        );

    [Fact]
    public void An_input_that_nothing_is_given_to_is_named() =>
        Refused(
            new ModelSignature(Trained.Signature.Inputs.Where(static input => input.Column != "Work"), Trained.Signature.Outputs),
            "wants the input 'Work' (String[?, 1])"
        );

    [Fact]
    public void An_input_that_can_not_hold_its_column_is_named_with_both_types()
    {
        var swapped = new Dictionary<string, string>(StringComparer.Ordinal) { ["Age"] = "Hours", ["Hours"] = "Age" };
        var message = Assert
            .Throws<ModelException>(() => Model<CitizenView, RichScore>.FromOnnx(Trained.Onnx, new OnnxImportOptions { Inputs = swapped }))
            .Message;

        Assert.Equal(
            "The column 'Hours' of CitizenView is double?, and the input 'Age' is Int32[?, 1], which can't hold it. "
                + "Give the column a type that it holds, or convert it in the graph by Cast.",
            message
        );
    }

    [Fact]
    public void A_property_that_the_model_does_not_give_is_named() =>
        Refused(
            new ModelSignature(Trained.Signature.Inputs, Trained.Signature.Outputs.Where(static output => output.Property != "Score")),
            "the property 'Score' (float)",
            "gives nothing for it"
        );

    [Fact]
    public void A_property_of_another_type_is_named_with_both_types()
    {
        var exception = Assert.Throws<ModelException>(() =>
            new Model<CitizenView, Guess<Schooling>>(
                Trained.Onnx,
                new ModelSignature(
                    Trained.Signature.Inputs,
                    [new ModelOutput("Class", "bool", "Rich", OnnxElement.Bool), Trained.Signature.Outputs[1]]
                ),
                Trained.Origin,
                null
            )
        );
        Assert.Contains(
            "'Class' of Guess`1 is Schooling, and the model gives bool there, as Bool[?, 1]",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        foreach (
            var bytes in (byte[][])
                [
                    [],
                    [1, 2, 3],
                    "PK, an archive"u8.ToArray(),
                    Trained.Onnx[..(Trained.Onnx.Length / 2)].ToArray(),
                ]
        )
        {
            Assert.Contains(
                "no ONNX model",
                Assert
                    .Throws<ModelException>(() => new Model<CitizenView, RichScore>(bytes, Trained.Signature, Trained.Origin, null))
                    .Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_graph_that_ONNX_Runtime_can_not_load_is_refused()
    {
        var bytes = WithUnknownOperator();

        var model = new Model<CitizenView, RichScore>(bytes, Trained.Signature, Trained.Origin, null);
        var exception = Assert.Throws<ModelException>(() => model.CreateScorer());
        Assert.Contains("ONNX Runtime can't load the model", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_ONNX_Runtime_can_not_load_is_refused_at_its_import_in_words_for_people()
    {
        var message = Assert.Throws<ModelException>(() => Model<CitizenView, RichScore>.FromOnnx(WithUnknownOperator())).Message;

        Assert.StartsWith("ONNX Runtime can't load the model: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ErrorCode", message, StringComparison.Ordinal);
        Assert.DoesNotContain("onnxruntime_src", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/graph/model.cc:256 "
            + "onnxruntime::Model::Model(onnx::ModelProto&&, const std::function<void(int)>&) Unsupported model IR version: 99",
        "Unsupported model IR version: 99"
    )]
    [InlineData("[ErrorCode:Fail] Node 'x': /onnxruntime_src/a.cc:1 void F::G(int) const broken\nhere", "Node 'x': broken here")]
    [InlineData("[ErrorCode:InvalidGraph] This is an invalid model. Error: (a)", "This is an invalid model. Error: (a)")]
    [InlineData("/onnxruntime_src/a.cc:1 unfinished(", "")]
    public void What_ONNX_Runtime_says_to_its_authors_is_left_out(string said, string told) =>
        Assert.Equal(told, EngineText.Of(new InvalidOperationException(said)));

    private static byte[] WithUnknownOperator()
    {
        var bytes = Trained.Onnx.ToArray();
        for (var at = bytes.AsSpan().IndexOf("TreeEnsembleRegressor"u8); at >= 0; at = bytes.AsSpan().IndexOf("TreeEnsembleRegressor"u8))
        {
            bytes[at] = (byte)'X';
        }

        return bytes;
    }

    [Fact]
    public void A_file_is_imported_by_the_names_of_columns_and_a_declared_mapping()
    {
        var imported = Model<CitizenView, RichScore>.FromOnnx(Trained.Onnx);
        Assert.Equal(Trained.Hash, imported.Hash);
        var mapped = Model<CitizenView, Guess<bool>>.FromOnnx(
            Trained.Onnx,
            new OnnxImportOptions
            {
                Outputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["Class"] = "Rich" },
                Trainer = "elsewhere",
            }
        );
        using var scorer = mapped.CreateScorer();
        using var original = Trained.CreateScorer();
        var view = Census.Views(1)[0];
        Assert.Equal(original.Score(view).Probability, scorer.Score(view).Probability);
        Assert.Equal("elsewhere", mapped.Origin.Trainer);
    }

    [Fact]
    public void A_mapping_of_what_is_not_there_is_refused()
    {
        var options = new OnnxImportOptions { Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["Agee"] = "Age" } };
        Assert.Contains(
            "'Agee' is no column of CitizenView",
            Assert.Throws<ModelException>(() => Model<CitizenView, RichScore>.FromOnnx(Trained.Onnx, options)).Message,
            StringComparison.Ordinal
        );
        options = new OnnxImportOptions { Outputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["Rich"] = "Richness" } };
        Assert.Contains(
            "'Richness', and the graph has only: 'Rich'",
            Assert.Throws<ModelException>(() => Model<CitizenView, RichScore>.FromOnnx(Trained.Onnx, options)).Message,
            StringComparison.Ordinal
        );
    }

    private static ModelSignature With(Func<ModelInput, ModelInput> change) =>
        new(Trained.Signature.Inputs.Select(change), Trained.Signature.Outputs);

    private static void Refused(ModelSignature signature, params string[] expected)
    {
        var message = Assert
            .Throws<ModelException>(() => new Model<CitizenView, RichScore>(Trained.Onnx, signature, Trained.Origin, null))
            .Message;
        Assert.All(expected, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
