namespace Mlops.Dsl.Serving;

/// <summary>A service, as the generator describes a <see cref="ServiceAttribute">[Service]</see> class.</summary>
/// <param name="name">The service's name, the first part of its endpoints' paths.</param>
/// <param name="typeName">The C# class.</param>
/// <param name="methods">What it answers.</param>
public sealed class ServiceDefinition(string name, string typeName, IReadOnlyList<PredictMethod> methods)
{
    /// <summary>The service's name.</summary>
    public string Name { get; } = name;

    /// <summary>The C# class.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>What it answers.</summary>
    public IReadOnlyList<PredictMethod> Methods { get; } = [.. methods];

    /// <summary>Who answers for it; null where nobody said.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is for; null where nobody said.</summary>
    public string? Description { get; init; }
}
