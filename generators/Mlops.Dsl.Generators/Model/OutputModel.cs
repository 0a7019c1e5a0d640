namespace Mlops.Dsl.Generators.Model;

/// <summary>One output of a stage.</summary>
/// <param name="Name">The stage's name, or the tuple element's.</param>
/// <param name="Type">The C# type; of one element's output in a <c>[ForEach]</c> stage.</param>
/// <param name="CollectedType">The C# type that consumers and the run's result see.</param>
/// <param name="DisplayType">The type, for people.</param>
/// <param name="Codec">The expression that makes the codec.</param>
/// <param name="Schema">The codec's schema, as it says it at run time.</param>
/// <param name="AllowsNull">Whether null is a value of it.</param>
/// <param name="Accessibility">The widest access that a property of the type can have in the pipeline class; null where none can name
/// it.</param>
internal sealed record OutputModel(
    string Name,
    string Type,
    string CollectedType,
    string DisplayType,
    string Codec,
    string Schema,
    bool AllowsNull,
    string? Accessibility
);
