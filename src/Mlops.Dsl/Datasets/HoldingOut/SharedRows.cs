namespace Mlops.Dsl;

/// <summary>What becomes of rows that are on two sides of a hold-out.</summary>
public enum SharedRows
{
    /// <summary>The hold-out is refused: nobody can have meant it.</summary>
    Refuse = 0,

    /// <summary>
    /// They stay in the set that is measured on last, and are left out of the others: for data in which rows are alike by chance, such as
    /// people of whom little is known.
    /// </summary>
    KeepInLast = 1,
}
