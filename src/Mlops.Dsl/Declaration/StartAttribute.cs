namespace Mlops.Dsl;

/// <summary>
/// Declares a stage that returns a <see cref="StartRequest{TPipeline}"/>: a run of another pipeline. The request is recorded with the
/// stage's commit, and the run starts after it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StartAttribute : Attribute
{
    /// <summary>
    /// The time after a start in which a further request of the same stage is dropped, as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.
    /// </summary>
    public string? CoolDown { get; set; }
}
