namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>How the values that are allowed now compare with those that were.</summary>
[Flags]
internal enum Relation
{
    /// <summary>They are the same.</summary>
    Same = 0,

    /// <summary>Some are allowed that were not: they may surprise who reads them.</summary>
    Wider = 1,

    /// <summary>Some are not allowed any more: who writes them is refused.</summary>
    Narrower = 2,

    /// <summary>Both, or it can't be told.</summary>
    Other = Wider | Narrower,
}
