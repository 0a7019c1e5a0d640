using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;
using Mlops.Dsl.MLNet;

namespace Income;

/// <summary>Learns who earns more than 50,000 dollars a year, and releases a model once two people have agreed to it.</summary>
[Pipeline("income", Version = "1.0.0", Owner = "credit-risk")]
public sealed partial class IncomePipeline
{
    /// <summary>The folder with the files of people to learn from.</summary>
    [Parameter, Required]
    public string Data { get; init; } = "data";

    /// <summary>How many leaves each tree has.</summary>
    [Parameter, Range(2, 256)]
    public int Leaves { get; init; } = 20;

    /// <summary>How many trees there are.</summary>
    [Parameter, Range(1, 1000)]
    public int Trees { get; init; } = 100;

    /// <summary>The files.</summary>
    [Source("{Data}/*.csv")]
    public partial FileSet Csv();

    /// <summary>Reads the people, by the census' names of its columns. Where it does not number them, their lines do.</summary>
    [Stage]
    public Raw<Applicant> Read(FileSet csv) =>
        csv.ReadCsv<Applicant>(
            new()
            {
                Columns = new Dictionary<string, string>
                {
                    [nameof(Applicant.EducationYears)] = "education-num",
                    [nameof(Applicant.Over50K)] = "label(IsOver50K)",
                },
                RowNumberAs = nameof(Applicant.Id),
                Missing = ["?"],
                TrueTexts = ["1"],
                FalseTexts = ["0"],
            }
        );

    /// <summary>Sets aside who can't be: a child of five, say.</summary>
    [Stage]
    public Validated<Applicant> Check(Raw<Applicant> rows) => rows.Validate(maxInvalidShare: 0.01);

    /// <summary>What the people are like: what is served is compared with it.</summary>
    [Stage]
    public Profile<Applicant> Describe(Validated<Applicant> rows) => rows.Profile();

    /// <summary>Splits the people, with the same share of high incomes on each side.</summary>
    [Stage]
    public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> rows) =>
        rows.Split(0.75, seed: 42, stratifyBy: row => row.Over50K);

    /// <summary>Trains boosted trees, and turns them into an ONNX graph that predicts the same.</summary>
    [Stage]
    public Model<Application, IncomeScore> Fit(TrainSet<Applicant> train, StageContext context, CancellationToken cancellation) =>
        MLNetTrainer.Fit<Applicant, Application, IncomeScore>(train, context, MLNetRecipes.FastTree(Leaves, Trees), cancellation);

    /// <summary>Measures the model on people that it has not seen.</summary>
    [Stage]
    public BinaryEvaluation Evaluate(Model<Application, IncomeScore> model, TestSet<Applicant> test) =>
        model.Evaluate(test, slices: [Applicant.Columns.Sex]);

    /// <summary>Lets only a model pass that is good enough, and nearly as good for women as for men.</summary>
    [Gate]
    public GateResult GoodEnough(BinaryEvaluation evaluation) =>
        GateResult.All(
            GateResult.AtLeast(evaluation.Auc.Low, 0.90, "AUC, lower bound"),
            GateResult.AtMost(evaluation.Fairness.EqualizedOddsDifference.Value, 0.10, "equalized odds difference")
        );

    /// <summary>The model that the service answers with.</summary>
    [Publish("income", Purpose = "Pre-screening of applications; a person decides."), RequiresReview(2), When(nameof(GoodEnough))]
    public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> model) => model;
}
