namespace Mlops.Dsl;

/// <summary>
/// Declares that a new version of a <see cref="PublishAttribute">[Publish]</see> entry has to be approved by people before it may be used:
/// until then the store lets no alias but
/// <c>candidate</c> name it.
/// </summary>
/// <param name="approvals">How many different people must approve, from 1.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresReviewAttribute(int approvals = 1) : Attribute
{
    /// <summary>How many different people must approve.</summary>
    public int Approvals { get; } = approvals;
}
