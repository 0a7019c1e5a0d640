namespace Mlops.Dsl.Generators.Symbols;

/// <summary>The name by which a version of a published entry is asked for. The store gives an alias no other.</summary>
internal static class AliasName
{
    /// <summary>The alias of attributes that name none.</summary>
    public const string Default = "champion";

    /// <summary>Whether a version can have the name.</summary>
    public static bool IsValid(string alias) =>
        alias.Length > 0 && alias[0] is >= 'a' and <= 'z' && alias.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>What is wrong with a name that no version can have.</summary>
    public static string Problem(string alias) =>
        $"'{alias}' is no alias: use lower-case letters, digits and hyphens, beginning with a letter";
}
