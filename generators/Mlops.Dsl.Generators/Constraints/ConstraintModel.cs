using Mlops.Dsl.Generators.Collections;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>What a parameter's values must satisfy.</summary>
/// <param name="Expression">The C# expression that makes the constraint.</param>
/// <param name="Kind">The constraint's kind in the manifest.</param>
/// <param name="Properties">Its other properties there: names and JSON values.</param>
internal sealed record ConstraintModel(string Expression, string Kind, EquatableArray<JsonProperty> Properties);

/// <summary>A property of a JSON object whose value is written already.</summary>
internal sealed record JsonProperty(string Name, string Json);
