namespace Mlops.Dsl;

/// <summary>One round of a cross-validation: what is fitted, and what it is measured on.</summary>
/// <typeparam name="T">The row type.</typeparam>
/// <param name="Train">The rows to fit to.</param>
/// <param name="Validation">The rows to measure on; over all folds each row is in one of these.</param>
public sealed record Fold<T>(TrainSet<T> Train, ValidationSet<T> Validation)
    where T : notnull;
