using System.Xml;

namespace ApiDocs.Reading;

/// <summary>A documented member as its file gives it.</summary>
/// <param name="Id">Documentation id, such as <c>M:System.IO.Stream.Flush</c> (ECMA-334, annex D.4.2); empty if the file gives
/// none.</param>
/// <param name="Summary">The flattened text of its <c>summary</c>; empty if the element is.</param>
internal readonly record struct DocumentedMember(string Id, string Summary);

/// <summary>Streams the members of an XML documentation file, which is what a C# compiler writes beside an assembly.</summary>
internal static class XmlDocsReader
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>
    /// Reads the members that have a summary of their own. One that only inherits its documentation has none: its words are
    /// those of the member it inherits from, which is read where that is declared.
    /// </summary>
    /// <param name="stream">The file's content; it stays open.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="InvalidDataException">The file is not well-formed XML, or is no documentation file; the message gives file, line
    /// and column.</exception>
    public static IEnumerable<DocumentedMember> Read(Stream stream, string file)
    {
        using var reader = XmlReader.Create(stream, _settings);
        if (!Step(reader, file, static r => r.MoveToContent() == XmlNodeType.Element) || reader.LocalName != "doc")
        {
            throw new InvalidDataException(
                $"{Position(reader, file)}: expected the <doc> element of an XML documentation file, found <{reader.LocalName}>."
            );
        }

        while (Step(reader, file, static r => r.ReadToFollowing("member")))
        {
            var id = reader.GetAttribute("name") ?? "";
            var summary = Step(reader, file, ReadSummary);
            if (summary is not null)
            {
                yield return new DocumentedMember(id, summary);
            }
        }
    }

    private static string? ReadSummary(XmlReader reader)
    {
        using var member = reader.ReadSubtree();
        if (!member.ReadToDescendant("summary"))
        {
            return null;
        }

        do
        {
            // A summary inside another element (an example's code, say) is not the member's.
            if (member.Depth == 1)
            {
                return SummaryText.Read(member);
            }
        } while (member.ReadToFollowing("summary"));

        return null;
    }

    private static T Step<T>(XmlReader reader, string file, Func<XmlReader, T> step)
    {
        try
        {
            return step(reader);
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"{file}({error.LineNumber},{error.LinePosition}): not well-formed XML: {error.Message}", error);
        }
    }

    private static string Position(XmlReader reader, string file) =>
        reader is IXmlLineInfo line ? $"{file}({line.LineNumber},{line.LinePosition})" : file;
}
