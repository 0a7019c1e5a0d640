namespace Mlops.Dsl.Serialization;

/// <summary>The message for a null where the type promises that there is none.</summary>
internal static class NullValue
{
    /// <summary>The error for a null of a type.</summary>
    public static ArtifactFormatException Found(string type) =>
        new($"A {type} is null where its declaration says that it never is. Give it a value, or declare it with a question mark.");
}
