using System.Text;
using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class XmlDocsReaderTests
{
    [Fact]
    public void A_member_is_its_id_and_its_summary()
    {
        var member = Assert.Single(Read("""<member name="M:A.B"><summary>Does <c>it</c>.</summary><returns>Nothing.</returns></member>"""));

        Assert.Equal(new DocumentedMember("M:A.B", "Does it."), member);
    }

    [Theory]
    [InlineData("<param name=\"x\">A number.</param>")]
    [InlineData("<inheritdoc/>")]
    [InlineData("<inheritdoc cref=\"M:A.C\"/>")]
    [InlineData("<example><summary>Not the member's.</summary></example>")]
    [InlineData("")]
    public void A_member_without_a_summary_of_its_own_is_passed_over(string content)
    {
        var members = Read($"""<member name="M:A.B">{content}</member><member name="M:A.C"><summary>Last.</summary></member>""");

        Assert.Equal("M:A.C", Assert.Single(members).Id);
    }

    [Fact]
    public void The_members_own_summary_is_found_behind_one_inside_an_example()
    {
        var members = Read("""<member name="M:A.B"><example><summary>Inner.</summary></example><summary>Own.</summary></member>""");

        Assert.Equal("Own.", Assert.Single(members).Summary);
    }

    [Fact]
    public void Members_that_follow_each_other_without_white_space_are_all_read()
    {
        var members = Read(
            """<member name="M:A"><summary/></member><member name="M:B"><summary></summary></member><member><summary>C</summary></member>"""
        );

        Assert.Equal([new("M:A", ""), new("M:B", ""), new("", "C")], members);
    }

    [Fact]
    public void Malformed_xml_is_reported_with_file_line_and_column()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("\n<member name=\"M:A\">\n<summary>Never closed.</member>"));

        Assert.StartsWith("docs/broken.xml(3,25): not well-formed XML: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_early_is_reported()
    {
        var error = Assert.Throws<InvalidDataException>(() => ReadWhole("<doc><members><member name=\"M:A\"><summary>Cut"));

        Assert.StartsWith("docs/broken.xml(1,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<project/>", "expected the <doc> element of an XML documentation file, found <project>")]
    [InlineData("", "not well-formed XML")]
    [InlineData("plain text", "not well-formed XML")]
    [InlineData("<!DOCTYPE doc [<!ENTITY a 'b'>]><doc/>", "not well-formed XML")]
    public void A_file_that_is_no_documentation_is_reported(string content, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => ReadWhole(content));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static List<DocumentedMember> Read(string members) => ReadWhole($"<doc><assembly/><members>{members}</members></doc>");

    private static List<DocumentedMember> ReadWhole(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return [.. XmlDocsReader.Read(stream, "docs/broken.xml")];
    }
}
