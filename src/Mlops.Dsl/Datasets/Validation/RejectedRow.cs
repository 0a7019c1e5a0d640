namespace Mlops.Dsl;

/// <summary>A row that does not hold its schema, kept aside.</summary>
/// <typeparam name="T">The row type.</typeparam>
/// <param name="Index">The row's position among the rows that were read, from 0.</param>
/// <param name="Row">The row.</param>
/// <param name="Problems">What is wrong with it, at least one thing.</param>
public sealed record RejectedRow<T>(int Index, T Row, IReadOnlyList<RowProblem> Problems);
