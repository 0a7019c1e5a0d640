namespace Mlops.Dsl.Generators.Rows;

/// <summary>What a view is of.</summary>
/// <param name="Row">The row type, as code writes it.</param>
/// <param name="DisplayRow">The row type, as a person writes it.</param>
/// <param name="RowIsReference">Whether a row may be null.</param>
/// <param name="FromAccess">Who can call <c>From</c> as a member of the view; null where the name is a column's, so that only the interface
/// has it.</param>
internal sealed record ViewModel(string Row, string DisplayRow, bool RowIsReference, string? FromAccess);
