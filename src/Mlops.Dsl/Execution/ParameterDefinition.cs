namespace Mlops.Dsl.Execution;

/// <summary>A parameter or secret of a pipeline.</summary>
public abstract class ParameterDefinition
{
    /// <summary>The property's name.</summary>
    public required string Name { get; init; }

    /// <summary>The property's C# type, such as <c>double</c> or <c>int?</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The doc comment's summary, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the value is a secret: neither shown nor stored nor part of any key.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it is the <see cref="WindowAttribute">[Window]</see>: the time that a run is about.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Whether a run can't start without a value: there is no default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The environment variable of a secret.</summary>
    public string? EnvironmentVariable { get; init; }

    /// <summary>The default as the source says it, for help; null where there is none.</summary>
    public string? DefaultText { get; init; }

    /// <summary>The constraints, in words that follow "must be".</summary>
    public abstract IReadOnlyList<string> Constraints { get; }

    /// <summary>The only texts that parse, where they are few (bools and enums): for completion.</summary>
    public abstract IReadOnlyList<string> KnownTexts { get; }

    /// <summary>Whether the type is <see cref="bool"/>, so that the bare option means true.</summary>
    public abstract bool IsFlag { get; }

    /// <summary>Parses a text into <paramref name="values"/>, or tells what is wrong with it.</summary>
    /// <returns>The problem in words, or null.</returns>
    public abstract string? Parse(string text, ParameterValues values);

    /// <summary>Checks an instance's value against the constraints.</summary>
    /// <returns>The problem in words, or null.</returns>
    public abstract string? Validate(object pipeline);

    /// <summary>
    /// An instance's value in the one invariant form that parses back to it: for cache keys and run records. Null stands for a null value.
    /// </summary>
    public abstract string? Format(object pipeline);
}

/// <summary>A parameter whose type is known.</summary>
/// <typeparam name="TPipeline">The pipeline class.</typeparam>
/// <typeparam name="T">The parameter's type.</typeparam>
public sealed class ParameterDefinition<TPipeline, T> : ParameterDefinition
    where TPipeline : class
{
    /// <summary>Reads the property.</summary>
    public required Func<TPipeline, T> Get { get; init; }

    /// <summary>Parses and formats values.</summary>
    public required ParameterFormat<T> Text { get; init; }

    /// <summary>What values must satisfy.</summary>
    public IReadOnlyList<Constraint<T>> Checks { get; init; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<string> Constraints => [.. Checks.Select(static check => check.Description)];

    /// <inheritdoc />
    public override IReadOnlyList<string> KnownTexts => Text.KnownTexts;

    /// <inheritdoc />
    public override bool IsFlag => typeof(T) == typeof(bool);

    /// <inheritdoc />
    public override string? Parse(string text, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!Text.TryParse(text, out var value))
        {
            return IsSecret ? $"must be {Text.Expected}" : $"must be {Text.Expected}, but is {ValueText.Quote(text)}";
        }

        values.Set(Name, value);
        return Explain(value);
    }

    /// <inheritdoc />
    public override string? Validate(object pipeline) => Explain(Get((TPipeline)pipeline));

    /// <inheritdoc />
    public override string? Format(object pipeline) => Text.Format(Get((TPipeline)pipeline));

    private string? Explain(T value)
    {
        var broken = Checks.FirstOrDefault(check => !check.IsSatisfiedBy(value));
        return broken is null ? null
            : IsSecret ? $"must be {broken.Description}"
            : broken.Explain(value);
    }
}
