using System.Xml;
using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class SummaryTextTests
{
    [Theory]
    [InlineData("Reads\n   a  <see cref=\"T:System.IO.Stream\"/>.", "Reads a Stream.")]
    [InlineData("Is <see langword=\"null\" />.", "Is null.")]
    [InlineData("Takes <paramref name=\"count\"/> of <typeparamref name=\"T\"/>.", "Takes count of T.")]
    [InlineData("See <see cref=\"T:System.Type\">that type</see>.", "See that type.")]
    [InlineData("See <see href=\"https://example.org/System.IO\">there</see>.", "See there.")]
    [InlineData("<para>One.</para><para>Two.</para>", "One. Two.")]
    [InlineData("One.<br/>Two.", "One. Two.")]
    [InlineData("<list><item><term>A</term><description>B</description></item></list>", "A B")]
    [InlineData("A &lt; <![CDATA[B & C]]>", "A < B & C")]
    [InlineData("", "")]
    public void Markup_becomes_the_text_that_a_person_reads(string summary, string text) => Assert.Equal(text, Read(summary));

    [Theory]
    [InlineData("Used by System.Text.Json.JsonSerializer only.", "Used by JsonSerializer only.")]
    [InlineData("Used by T:System.Xml.XmlReader objects.", "Used by XmlReader objects.")]
    [InlineData("Ends with System.IO.", "Ends with IO.")]
    [InlineData("The System of 1.5 things.", "The System of 1.5 things.")]
    public void A_namespace_in_the_text_is_dropped_because_it_is_the_answer(string summary, string text) =>
        Assert.Equal(text, Read(summary));

    [Theory]
    [InlineData("T:System.Collections.Generic.List`1", "List")]
    [InlineData("T:System.Collections.Generic.List`1.Enumerator", "Enumerator")]
    [InlineData("M:System.IO.Stream.Read(System.Byte[],System.Int32,System.Int32)", "Read")]
    [InlineData("M:System.Linq.Enumerable.Select``2(System.Func{``0,``1})", "Select")]
    [InlineData("M:System.String.#ctor(System.Char[])", "String")]
    [InlineData("M:System.Decimal.op_Explicit(System.Decimal)~System.Int32", "op_Explicit")]
    [InlineData("P:System.Array.System#Collections#ICollection#Count", "Count")]
    [InlineData("Stream", "Stream")]
    [InlineData("", "")]
    public void A_reference_becomes_a_simple_name(string id, string name) => Assert.Equal(name, SummaryText.SimpleName(id));

    private static string Read(string summary)
    {
        using var reader = XmlReader.Create(new StringReader($"<summary>{summary}</summary>"));
        reader.MoveToContent();
        return SummaryText.Read(reader);
    }
}
