namespace Mlops.Dsl.Generators.Model;

/// <summary>Where a stage's method is declared.</summary>
/// <param name="Stage">The method's name.</param>
/// <param name="Path">The file, as the compiler knows it.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record StageLocation(string Stage, string Path, int Line);
