using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What the data-flow engine knows of a value. A value that is made from others has the marks of all of them, unless a rule says otherwise.
/// </summary>
[Flags]
internal enum Mark : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>From outside the pipeline, and not validated since.</summary>
    Unvalidated = 1 << 0,

    /// <summary>From the rows of a training set.</summary>
    Train = 1 << 1,

    /// <summary>From the rows of a validation set.</summary>
    Validation = 1 << 2,

    /// <summary>From the rows of a test set.</summary>
    Test = 1 << 3,

    /// <summary>From validated rows that were not split yet.</summary>
    Unsplit = 1 << 4,

    /// <summary>Computed over all rows, those of the later test set among them.</summary>
    WholeStatistic = 1 << 5,

    /// <summary>A training has made it.</summary>
    Fitted = 1 << 6,

    /// <summary>From a row's label.</summary>
    Label = 1 << 7,

    /// <summary>Chosen by what was measured on a validation set.</summary>
    ChosenOnValidation = 1 << 8,

    /// <summary>Chosen by what was measured on a test set.</summary>
    ChosenOnTest = 1 << 9,

    /// <summary>Measured on the rows of a validation set, all together.</summary>
    MeasuredOnValidation = 1 << 13,

    /// <summary>Measured on the rows of a test set, all together.</summary>
    MeasuredOnTest = 1 << 14,

    /// <summary>From a column of personal data.</summary>
    Pii = 1 << 10,

    /// <summary>From a secret.</summary>
    Secret = 1 << 11,

    /// <summary>From a column with a protected attribute.</summary>
    Protected = 1 << 12,

    /// <summary>From some of the rows that were not split, which code of the user's picked.</summary>
    Part = 1 << 15,

    /// <summary>A training has made it of a part of the rows.</summary>
    FittedToPart = 1 << 16,

    /// <summary>What something fitted makes of rows that were not split.</summary>
    Applied = 1 << 17,

    /// <summary>A place that nothing but the stage writes to.</summary>
    OwnPlace = 1 << 18,

    /// <summary>From rows that a column with a protected attribute groups.</summary>
    Grouped = 1 << 19,

    /// <summary>A stream or writer that ends in a file.</summary>
    File = 1 << 20,

    /// <summary>A stream or writer that does not, as one of memory does, or one that encrypts.</summary>
    Unkept = 1 << 21,

    /// <summary>A whole row with personal columns, where its type does not tell so.</summary>
    PersonalRow = 1 << 22,

    /// <summary>A stream or writer that ends in the console.</summary>
    Console = 1 << 23,

    /// <summary>The best of what was measured of several candidates.</summary>
    Best = 1 << 24,

    /// <summary>The smaller one of two measurements, one on rows to train on and one on rows to measure on.</summary>
    Smaller = 1 << 25,

    /// <summary>The larger one of two such measurements.</summary>
    Larger = 1 << 26,

    /// <summary>A decision for which either of two such measurements is enough.</summary>
    Either = 1 << 27,

    /// <summary>The columns of a row, that of the label among them.</summary>
    AllColumns = 1 << 28,

    /// <summary>What was measured of several candidates, one by one.</summary>
    Candidates = 1 << 29,

    /// <summary>Computed with labels, of however many rows.</summary>
    Compared = 1 << 30,

    /// <summary>What a declared transformation has made of personal data.</summary>
    Deidentified = 1UL << 31,

    /// <summary>From rows of a source that none of the rows to measure on come from.</summary>
    Apart = 1UL << 32,

    /// <summary>From rows of which some are there several times.</summary>
    Repeated = 1UL << 33,

    /// <summary>The row that a model has to predict something of.</summary>
    Asked = 1UL << 34,

    /// <summary>A whole row with a label, where its type does not tell so.</summary>
    LabelledRow = 1UL << 35,

    /// <summary>From rows to train on and rows of another set that were put together.</summary>
    Joined = 1UL << 36,

    /// <summary>Summed up of rows that nobody validated.</summary>
    Summed = 1UL << 37,

    /// <summary>From a list of words that a training takes beside its rows.</summary>
    Words = 1UL << 38,

    /// <summary>
    /// From numbers that stand for one thing, such as a vector for a model, and that a column of personal data is among, or has its place
    /// told by.
    /// </summary>
    PersonalVector = 1UL << 39,

    /// <summary>The same of a column with a protected attribute.</summary>
    ProtectedVector = 1UL << 40,

    /// <summary>Personal data and secrets.</summary>
    Confidential = Pii | Secret,

    /// <summary>What rules about governance ask of every value.</summary>
    Sensitive = Confidential | Protected,

    /// <summary>Where streams and writers end.</summary>
    Ends = File | Unkept | Console,

    /// <summary>Every mark there is.</summary>
    Any = (1UL << 41) - 1,
}
