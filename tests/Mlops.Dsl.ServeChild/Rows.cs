using System.ComponentModel.DataAnnotations;

namespace Mlops.Dsl.ServeChild;

/// <summary>How someone is employed.</summary>
public enum Workclass
{
    /// <summary>By a company.</summary>
    Private = 0,

    /// <summary>By the state.</summary>
    Government = 1,
}

/// <summary>A person whose income is known.</summary>
[Row]
public sealed partial record Applicant(
    [RowKey] long Id,
    [Range(17, 120), Feature] int Age,
    [Feature] Workclass? Workclass,
    [Range(0, 99), Feature] double HoursPerWeek,
    [StringLength(10), RegularExpression("[A-Z]{2}"), Feature] string Country,
    [Protected, Pii, AllowedValues("f", "m")] string Sex,
    [Label] bool Over50K
);

/// <summary>A person whose income is asked for.</summary>
[RowView(typeof(Applicant), Without = ColumnRole.Label)]
public sealed partial record Application;

/// <summary>What the model says.</summary>
[Prediction]
public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);
