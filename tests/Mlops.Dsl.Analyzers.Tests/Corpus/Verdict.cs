namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>What a program of the corpus claims of itself.</summary>
internal enum Verdict
{
    /// <summary>It has the marked faults and no others, and the rules find them.</summary>
    Fault,

    /// <summary>It looks dangerous and is not, and the rules are silent.</summary>
    Clean,

    /// <summary>It has the marked faults, and the rules do not find them all: a limit that is known.</summary>
    KnownMiss,

    /// <summary>It is clean, and yet something is reported: a nuisance that is known.</summary>
    KnownFalseAlarm,
}
