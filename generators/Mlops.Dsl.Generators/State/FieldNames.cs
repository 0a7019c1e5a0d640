namespace Mlops.Dsl.Generators.State;

/// <summary>The names that the compiler gives to the fields that it makes itself.</summary>
internal static class FieldNames
{
    /// <summary>The property whose value a field holds; null for a field that is no property's.</summary>
    public static string? Property(string field) => Between(field, ">k__BackingField");

    /// <summary>The parameter of a primary constructor whose value a field holds, or null.</summary>
    public static string? Parameter(string field) => Between(field, ">P");

    private static string? Between(string field, string end) =>
        field.StartsWith("<", StringComparison.Ordinal) && field.EndsWith(end, StringComparison.Ordinal)
            ? field.Substring(1, field.Length - 1 - end.Length)
            : null;
}
