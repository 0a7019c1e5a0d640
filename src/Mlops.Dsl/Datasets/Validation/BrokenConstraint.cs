namespace Mlops.Dsl;

/// <summary>How often a constraint was broken.</summary>
/// <param name="Column">The column.</param>
/// <param name="Constraint">The constraint, in words that follow "must be".</param>
/// <param name="RowCount">The number of rows that break it.</param>
/// <param name="FirstIndex">The position of the first of them among the rows that were read, from 0.</param>
/// <param name="FirstMessage">What was wrong there.</param>
public sealed record BrokenConstraint(string Column, string Constraint, int RowCount, int FirstIndex, string FirstMessage);
