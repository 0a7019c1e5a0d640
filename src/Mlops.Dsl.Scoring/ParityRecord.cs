namespace Mlops.Dsl;

/// <summary>How well the graph was found to say what the trained model says, when the model was made.</summary>
/// <param name="RealRows">How many training rows were compared.</param>
/// <param name="HostileRows">
/// How many made-up rows were compared: missing values, unseen categories, infinities, the ends of ranges.
/// </param>
/// <param name="LargestDifference">
/// The largest difference of a number: |trained − graph| / max(1, |trained|), so absolute up to 1 and relative above.
/// </param>
/// <param name="Tolerance">The largest difference that was allowed.</param>
/// <param name="LabelDisagreements">
/// How many rows got another label, all of them with a probability within the tolerance of where the label changes, or with none: NaN, as
/// a linear model makes of infinities.
/// </param>
public sealed record ParityRecord(int RealRows, int HostileRows, double LargestDifference, double Tolerance, int LabelDisagreements);

/// <summary>The graph does not say what the trained model says: no model is made.</summary>
public sealed class ParityException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ParityException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ParityException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ParityException()
        : base("The ONNX graph does not say what the trained model says.") { }
}
