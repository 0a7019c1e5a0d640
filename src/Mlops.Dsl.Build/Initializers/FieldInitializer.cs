using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Initializers;

/// <summary>The piece of a constructor that gives one field its first value.</summary>
/// <param name="Constructor">The constructor.</param>
/// <param name="Position">Where the piece stands among the constructor's.</param>
/// <param name="Field">The field.</param>
/// <param name="Part">The piece's content.</param>
/// <param name="DependsOnOrder">Whether the piece runs code that could see other fields of the type, set or not set yet.</param>
internal sealed record FieldInitializer(MethodId Constructor, int Position, FieldId Field, Part Part, bool DependsOnOrder);

/// <summary>A constructor, taken apart.</summary>
/// <param name="Initializers">The pieces that initialize fields, one for each field.</param>
/// <param name="Rest">What is left, or null if that does nothing.</param>
/// <param name="TakesArguments">Whether it has parameters.</param>
internal sealed record SlicedConstructor(IReadOnlyList<FieldInitializer> Initializers, Part? Rest, bool TakesArguments);
