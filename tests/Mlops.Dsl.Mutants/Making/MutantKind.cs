namespace Mlops.Dsl.Mutants.Making;

/// <summary>What kinds of slips are made.</summary>
public enum MutantKind
{
    /// <summary>A condition is negated.</summary>
    Negated,

    /// <summary>A condition always holds, or never does.</summary>
    Forced,

    /// <summary>A bound moves by one.</summary>
    Bound,

    /// <summary>A sum becomes a difference, a product a quotient.</summary>
    Arithmetic,

    /// <summary>A statement is left out.</summary>
    Dropped,

    /// <summary>A call in a chain is left out, such as a sorting one.</summary>
    Skipped,

    /// <summary>Two neighbouring arguments of one type change places.</summary>
    Swapped,

    /// <summary>A constant has another value.</summary>
    Constant,

    /// <summary>A method returns nothing in particular.</summary>
    Returned,

    /// <summary>An element of a sequence, or an assignment of an initializer, is left out.</summary>
    Element,

    /// <summary>A case of a switch is never taken.</summary>
    Case,
}
