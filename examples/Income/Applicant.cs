using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace Income;

/// <summary>A person in a census, and whether they earn more than 50,000 dollars a year.</summary>
/// <param name="Id">The person's number.</param>
/// <param name="Age">The age in years.</param>
/// <param name="Workclass">Who employs the person, if that is known.</param>
/// <param name="EducationYears">How many years the education took, by the census' own scale.</param>
/// <param name="MaritalStatus">Whether the person is married.</param>
/// <param name="Occupation">What the person does for a living, if that is known.</param>
/// <param name="CapitalGain">What the person gained by selling property, in dollars a year.</param>
/// <param name="HoursPerWeek">The hours of work in a week.</param>
/// <param name="Sex">The person's sex: no feature, only there to see whether the model treats both alike.</param>
/// <param name="Over50K">Whether the person earns more than 50,000 dollars a year.</param>
[Row]
public sealed partial record Applicant(
    [RowKey] long Id,
    [Range(17, 120), Feature] int Age,
    [Feature] string? Workclass,
    [Range(1, 16), Feature] int EducationYears,
    [Required, Feature] string MaritalStatus,
    [Feature] string? Occupation,
    [Range(0, 1_000_000), Feature] int CapitalGain,
    [Range(1, 99), Feature] int HoursPerWeek,
    [Required, Protected] string Sex,
    [Label] bool Over50K
);

/// <summary>What a client sends: an applicant whose income nobody knows yet.</summary>
[RowView(typeof(Applicant), Without = ColumnRole.Label)]
public sealed partial record Application;

/// <summary>What the model says of an applicant.</summary>
/// <param name="Over50K">Whether the person is thought to earn more than 50,000 dollars a year.</param>
/// <param name="Probability">How likely that is, 0 to 1.</param>
[Prediction]
public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);
