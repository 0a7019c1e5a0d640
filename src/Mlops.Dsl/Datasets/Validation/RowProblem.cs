namespace Mlops.Dsl;

/// <summary>What is wrong with a value of a row.</summary>
/// <param name="Column">The column.</param>
/// <param name="Constraint">The constraint that is broken, in words that follow "must be".</param>
/// <param name="Message">What was expected, and what was there.</param>
public sealed record RowProblem(string Column, string Constraint, string Message);
