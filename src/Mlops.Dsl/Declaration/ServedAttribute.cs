namespace Mlops.Dsl;

/// <summary>
/// Declares a source of a watching pipeline: what a service answered within the pipeline's <see cref="WindowAttribute">[Window]</see>, with
/// the labels that came since.
/// The method is <c>partial Served&lt;TInput, TPrediction&gt; Name()</c>; the generator writes its body.
/// </summary>
/// <param name="serviceType">The service.</param>
/// <param name="method">The name of its <see cref="PredictAttribute">[Predict]</see> method.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServedAttribute(Type serviceType, string method) : Attribute
{
    /// <summary>The service.</summary>
    public Type ServiceType { get; } = serviceType;

    /// <summary>The name of its method.</summary>
    public string Method { get; } = method;
}
