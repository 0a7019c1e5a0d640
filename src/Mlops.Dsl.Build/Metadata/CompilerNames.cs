namespace Mlops.Dsl.Build.Metadata;

/// <summary>Tells the names that the C# compiler makes up from those that a person wrote.</summary>
/// <remarks>
/// A made-up name holds ordinals that an unrelated edit shifts, so its content stands in for it. The compiler marks such names with
/// characters that no identifier may hold. Backing fields, primary constructor parameters, file-local types, <c>&lt;Clone&gt;$</c> and
/// <c>&lt;Main&gt;$</c> are named after what a person wrote, with no ordinal, and count as written.
/// </remarks>
internal static class CompilerNames
{
    /// <summary>Whether the type, or one that it is nested in, has a made-up name.</summary>
    public static bool IsMadeUp(TypeId type)
    {
        var name = type.Name;
        if (IsMadeUpTypeName(name) || (IsFileLocalName(name) && IsGenerated(type)))
        {
            return true;
        }

        var outer = type.Definition.GetDeclaringType();
        return !outer.IsNil && IsMadeUp(new TypeId(type.Module, outer));
    }

    public static bool IsMadeUp(MethodId method) => IsMadeUpMethodName(method.Name) || IsMadeUp(method.DeclaringType);

    public static bool IsMadeUp(FieldId field) => IsMadeUpFieldName(field.Name) || IsMadeUp(field.DeclaringType);

    /// <summary>
    /// Whether a name is that of a file-local type: <c>&lt;File&gt;F</c>, a hash of the file's path, two underscores, and the name.
    /// </summary>
    public static bool IsFileLocalName(string name) => name.StartsWith('<') && FileLocalPrefix(name) > 0;

    /// <summary>The length of what stands before a file-local type's own name; 0 for any other type.</summary>
    public static int FileLocalPrefix(string name)
    {
        const int HashLength = 64;
        var file = name.IndexOf(">F", StringComparison.Ordinal);
        var end = file + 2 + HashLength;
        return file > 0 && name.Length > end + 2 && name.AsSpan(end, 2) is "__" ? end + 2 : 0;
    }

    /// <summary>
    /// A type's full name without the files' names and the hashes of their paths that file-local types carry: where a type stands changes
    /// nothing.
    /// </summary>
    public static string WithoutPaths(string fullName)
    {
        if (!fullName.Contains(">F", StringComparison.Ordinal))
        {
            return fullName;
        }

        return string.Join(
            '+',
            fullName
                .Split('+')
                .Select(segment =>
                {
                    var start = segment.IndexOf('<', StringComparison.Ordinal);
                    return start >= 0 && FileLocalPrefix(segment[start..]) is > 0 and var length
                        ? $"{segment[..start]}<file>{segment[(start + length)..]}"
                        : segment;
                })
        );
    }

    /// <summary>A generator numbers its file-local types, so that these names, too, hold ordinals.</summary>
    private static bool IsGenerated(TypeId type) =>
        type
            .Definition.GetCustomAttributes()
            .Any(handle =>
                type.Module.AttributeTypeName(type.Module.Reader.GetCustomAttribute(handle))
                == "System.CodeDom.Compiler.GeneratedCodeAttribute"
            );

    private static bool IsMadeUpTypeName(string name) =>
        name is not "<Module>"
        && ((name.StartsWith('<') && !IsFileLocalName(name)) || name.StartsWith("__StaticArrayInitTypeSize=", StringComparison.Ordinal));

    private static bool IsMadeUpMethodName(string name) => name.StartsWith('<') && name is not ("<Clone>$" or "<Main>$" or "<Main>");

    private static bool IsMadeUpFieldName(string name) =>
        name.StartsWith('<')
        && !name.EndsWith(">k__BackingField", StringComparison.Ordinal)
        && !name.EndsWith(">P", StringComparison.Ordinal);
}
