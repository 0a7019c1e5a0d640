namespace Mlops.Dsl.Mutants.Making;

/// <summary>One slip in the program.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Kind">What kind of slip.</param>
/// <param name="File">The file, from the repository's root, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member that holds it, as a key within its file.</param>
/// <param name="Before">The code as it was written, in one line.</param>
/// <param name="After">The code of the mutant, in one line.</param>
/// <param name="Place">The line of code that holds it.</param>
/// <param name="IsStatic">Whether the code runs but once in a process, because what it computes is kept in a static field.</param>
public sealed record Mutant(
    int Id,
    MutantKind Kind,
    string File,
    int Line,
    string Member,
    string Before,
    string After,
    string Place,
    bool IsStatic
)
{
    /// <summary>Such as <c>src/A.cs:12 bound: a &lt; b → a &lt;= b</c>.</summary>
    public override string ToString() => $"{File}:{Line} {Kind}: {Before} → {After}";
}
