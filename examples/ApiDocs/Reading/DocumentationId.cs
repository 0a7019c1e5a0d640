namespace ApiDocs.Reading;

/// <summary>Reads documentation ids (ECMA-334, annex D.4.2).</summary>
internal static class DocumentationId
{
    /// <summary>
    /// The full name of the type that a member belongs to: of <c>M:System.IO.Stream.Read(System.Byte[])</c>, <c>System.IO.Stream</c>. A
    /// type is its own.
    /// </summary>
    public static string DeclaringType(string id)
    {
        var name = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (id.StartsWith("T:", StringComparison.Ordinal))
        {
            return name;
        }

        // Dots behind these belong to parameters and return types.
        var end = name.AsSpan().IndexOfAny('(', '~');
        var dot = name.AsSpan(0, end < 0 ? name.Length : end).LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }
}
