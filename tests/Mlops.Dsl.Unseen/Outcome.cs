namespace Mlops.Dsl.Unseen;

/// <summary>What the rules made of a program.</summary>
internal enum Outcome
{
    /// <summary>
    /// The fault is reported at a marked line by a rule that is right there; or the program is clean and nothing is reported.
    /// </summary>
    Right,

    /// <summary>A rule that is right reports the fault, at another line.</summary>
    Elsewhere,

    /// <summary>Only other rules say something.</summary>
    ByAnotherRule,

    /// <summary>Nothing is reported in a program with a fault.</summary>
    Missed,

    /// <summary>Something is reported in a clean program.</summary>
    FalseAlarm,

    /// <summary>The program does not compile, so that it says nothing of the rules.</summary>
    Invalid,
}
