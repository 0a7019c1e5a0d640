using System.Text.RegularExpressions;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>Tells the names that the C# compiler makes up from those that a person wrote.</summary>
/// <remarks>
/// A made-up name holds ordinals that an unrelated edit shifts, so its content stands in for it. The compiler marks such names with
/// characters that no identifier may hold. Backing fields, primary constructor parameters, <c>&lt;Clone&gt;$</c> and <c>&lt;Main&gt;$</c> are
/// named after what a person wrote, with no ordinal, and count as written.
/// </remarks>
internal static partial class CompilerNames
{
    /// <summary>Whether the type, or one that it is nested in, has a made-up name.</summary>
    public static bool IsMadeUp(TypeId type)
    {
        var name = type.Name;
        if (IsMadeUpTypeName(name))
        {
            return true;
        }

        var outer = type.Definition.GetDeclaringType();
        return !outer.IsNil && IsMadeUp(new TypeId(type.Module, outer));
    }

    public static bool IsMadeUp(MethodId method) => IsMadeUpMethodName(method.Name) || IsMadeUp(method.DeclaringType);

    public static bool IsMadeUp(FieldId field) => IsMadeUpFieldName(field.Name) || IsMadeUp(field.DeclaringType);

    /// <summary>A file-local type's name holds a hash of the file's path.</summary>
    public static bool IsFileLocalName(string name) => FileLocal().IsMatch(name);

    private static bool IsMadeUpTypeName(string name) =>
        name is not "<Module>" && (name.StartsWith('<') || name.StartsWith("__StaticArrayInitTypeSize=", StringComparison.Ordinal));

    private static bool IsMadeUpMethodName(string name) => name.StartsWith('<') && name is not ("<Clone>$" or "<Main>$" or "<Main>");

    private static bool IsMadeUpFieldName(string name) =>
        name.StartsWith('<') && !name.EndsWith(">k__BackingField", StringComparison.Ordinal) && !name.EndsWith(">P", StringComparison.Ordinal);

    [GeneratedRegex("^<[^>]*>F[0-9A-F]{64}__", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex FileLocal();
}
