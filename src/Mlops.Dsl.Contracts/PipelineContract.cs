namespace Mlops.Dsl.Contracts;

/// <summary>
/// What a pipeline promises to those outside who call it, supply its data or take what it publishes. All lists are sorted by name
/// (ordinal).
/// </summary>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Version">The version that promised it.</param>
/// <param name="Parameters">The parameters and secrets.</param>
/// <param name="Rows">The row types that cross the pipeline's border.</param>
/// <param name="Publications">What is published.</param>
/// <param name="Stages">The outputs of stages, each <c>Stage</c> or <c>Stage.Element</c>; none unless the project asks for them.</param>
internal sealed record PipelineContract(
    string Pipeline,
    string Version,
    IReadOnlyList<ContractField> Parameters,
    IReadOnlyList<ContractRow> Rows,
    IReadOnlyList<ContractOutput> Publications,
    IReadOnlyList<ContractOutput> Stages
);

/// <summary>A parameter, a secret or a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its C# type, without the question mark.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="IsRequired">Whether a run cannot start without a value; of parameters.</param>
/// <param name="IsSecret">Whether it is a secret.</param>
/// <param name="Role">A column's role, such as <c>feature</c>; null for none.</param>
/// <param name="Constraints">What values must satisfy, sorted by kind.</param>
internal sealed record ContractField(
    string Name,
    string Type,
    bool IsNullable,
    bool IsRequired,
    bool IsSecret,
    string? Role,
    IReadOnlyList<ContractConstraint> Constraints
)
{
    /// <summary>Whether null is a value that its constraints let pass.</summary>
    public bool TakesNull => IsNullable && !Constraints.Any(static constraint => constraint.Kind == "required");
}

/// <summary>What values must satisfy.</summary>
/// <param name="Kind">Its kind, such as <c>range</c>.</param>
/// <param name="Properties">Its other properties, in order: names and JSON values as they are written.</param>
internal sealed record ContractConstraint(string Kind, IReadOnlyList<ConstraintProperty> Properties)
{
    /// <summary>A property's JSON; null where there is none.</summary>
    public string? this[string name] => Properties.FirstOrDefault(property => property.Name == name)?.Json;

    /// <summary>The constraint as JSON on one line.</summary>
    public string Json =>
        $"{{ \"kind\": {Contracts.Json.JsonQuote.Of(Kind)}"
        + string.Concat(Properties.Select(static property => $", {Contracts.Json.JsonQuote.Of(property.Name)}: {property.Json}"))
        + " }";
}

/// <summary>A property of a constraint.</summary>
internal sealed record ConstraintProperty(string Name, string Json);

/// <summary>A row type.</summary>
/// <param name="Name">Its name without the namespace, which no data has; with it where two types would have one name.</param>
/// <param name="IsRead">Whether others supply such rows.</param>
/// <param name="IsWritten">Whether others get such rows.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record ContractRow(string Name, bool IsRead, bool IsWritten, IReadOnlyList<ContractField> Columns);

/// <summary>Something that the pipeline gives out under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Codec">The schema of its bytes; null for datasets, whose shape is that of their rows.</param>
internal sealed record ContractOutput(string Name, string Type, string? Codec);
