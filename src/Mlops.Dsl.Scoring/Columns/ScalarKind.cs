namespace Mlops.Dsl.Columns;

/// <summary>What the values of a column are to a model.</summary>
internal enum ScalarKind
{
    /// <summary>Nothing: no tensor can hold them.</summary>
    None,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Whole numbers of at most 64 bits; a time is its number of ticks.</summary>
    Integer,

    /// <summary>Numbers with a fraction.</summary>
    Floating,

    /// <summary>Texts, the names of an enumeration, and what else has a text.</summary>
    Text,
}
