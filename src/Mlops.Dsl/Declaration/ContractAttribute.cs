namespace Mlops.Dsl;

/// <summary>
/// Makes an empty class stand for a pipeline of another repository, of which there is only the lock. A service names it in
/// <see cref="PredictAttribute">[Predict]</see>, with the name of the published entry, and declares the model's rows by itself: they are
/// compared with the lock when the project is built.
/// </summary>
/// <param name="lockFile">The name of the lock, a file beside the project: <c>income.pipeline.lock.json</c>.</param>
/// <example><code>
/// [Contract("income.pipeline.lock.json")]
/// public static partial class Income;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContractAttribute(string lockFile) : Attribute
{
    /// <summary>The name of the lock.</summary>
    public string LockFile { get; } = lockFile;
}
