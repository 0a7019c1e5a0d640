namespace Mlops.Dsl;

/// <summary>
/// Declares that what a method returns no longer tells which person its arguments were about, and why. For transformations of your own; the
/// usual ones are in <see cref="PersonalData"/>. It may take whole rows, and what it returns is not protected either; a column marked
/// <see cref="PiiAttribute">[Pii]</see> of what it returns is still personal.
/// </summary>
/// <param name="reason">Why a person can't be found again, such as <c>age bands of at least 50 people</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeidentifiesAttribute(string reason) : Attribute
{
    /// <summary>Why a person can't be found again.</summary>
    public string Reason { get; } = reason;
}
