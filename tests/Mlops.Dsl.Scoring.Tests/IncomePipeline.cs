using Mlops.Dsl.MLNet;

namespace Mlops.Dsl.Scoring.Tests;

/// <summary>A row.</summary>
[Row]
public sealed partial record Applicant(
    [property: RowKey] long Id,
    [property: Feature] int Age,
    [property: Feature] string? Workclass,
    [property: Feature] double? HoursPerWeek,
    [property: Protected] string Sex,
    [property: Label] bool Over50K
);

/// <summary>What a client sends.</summary>
[RowView(typeof(Applicant), Without = ColumnRole.Label)]
public sealed partial record Application;

/// <summary>What a model says of it.</summary>
[Prediction]
public readonly partial record struct IncomeScore([property: PredictedLabel] bool Over50K, [property: Probability] float Probability);

/// <summary>A pipeline as users write it.</summary>
[Pipeline("income", Version = "1.0.0")]
public sealed partial class IncomePipeline
{
    /// <summary>Rows.</summary>
    [Stage]
    public TrainSet<Applicant> Rows() =>
        UnitTestDatasets.TrainSet(
            Census
                .Citizens()
                .Select(static citizen => new Applicant(
                    citizen.Id,
                    citizen.Age,
                    citizen.Work,
                    citizen.Hours,
                    citizen.Owner ? "m" : "f",
                    citizen.Rich
                ))
        );

    /// <summary>The model.</summary>
    [Stage]
    public Model<Application, IncomeScore> Fit(TrainSet<Applicant> rows, StageContext context, CancellationToken cancellation) =>
        MLNetTrainer.Fit<Applicant, Application, IncomeScore>(rows, context, MLNetRecipes.FastTree(8, 20), cancellation);
}
