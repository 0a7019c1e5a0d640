using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing.Tests;

public class MarkupTextTests
{
    [Fact]
    public void Markup_is_taken_out_of_the_text()
    {
        var parsed = MarkupText.Parse("class [|A|] { {|MLP1001:int $$x;|} }");
        Assert.Equal("class A { int x; }", parsed.Text);
        Assert.Equal([new(null, new(6, 1)), new("MLP1001", new(10, 6))], parsed.Spans);
        Assert.Equal(14, parsed.Caret);
    }

    [Fact]
    public void Marks_nest()
    {
        var parsed = MarkupText.Parse("{|A1:{|B2:x|}y|}");
        Assert.Equal([new("A1", new(0, 2)), new MarkupSpan("B2", new(0, 1))], parsed.Spans);
    }

    [Theory]
    [InlineData("var s = $$\"\"\"{{x}}\"\"\";")]
    [InlineData("bool b = x || y; int[] a = [1 | 2];")]
    [InlineData("if (a is { } || b) { | }")]
    public void Code_that_resembles_markup_is_code(string code)
    {
        var parsed = MarkupText.Parse(code);
        Assert.Equal(code, parsed.Text);
        Assert.Empty(parsed.Spans);
        Assert.Null(parsed.Caret);
    }

    [Theory]
    [InlineData("class [|A { }")]
    [InlineData("class {|A1:A { }")]
    [InlineData("$$ and $$")]
    public void Malformed_markup_is_an_error(string markup) => Assert.Throws<VerificationException>(() => MarkupText.Parse(markup));

    [Fact]
    public void Line_ends_become_line_feeds() => Assert.Equal("a\nb\n", MarkupText.Parse("a\r\nb\r\n").Text);

    [Theory]
    [InlineData("{|A1:{|B2:x|}y|}{|C3:z|}")]
    [InlineData("a[|b|]{|C3:|}")]
    public void Written_markup_reads_back(string markup)
    {
        var parsed = MarkupText.Parse(markup);
        Assert.Equal(markup, MarkupWriter.Write(parsed.Text, parsed.Spans));
    }
}
