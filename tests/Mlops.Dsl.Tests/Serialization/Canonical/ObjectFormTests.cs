using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>Codecs as the generator writes them for the user's types, by hand.</summary>
public sealed class ObjectFormTests
{
    [Fact]
    public void An_object_is_its_members_in_order()
    {
        var codec = new PointCodec();

        Assert.Equal("object(X:uint8,Name:string)", codec.Schema);
        Assert.True(codec.IsImmutable);
        Assert.Equal([1, 2, (byte)'a'], Encoded.Write(codec, new Point(1, "a")));
        Assert.Equal(new Point(1, "a"), Encoded.Read(codec, [1, 2, (byte)'a']));
        Assert.Equal("(X:1,Name:'a')", Encoded.Transcribe(codec, new Point(1, "a")));
        Assert.Equal("(X:1,Name:'a')", Encoded.Transcribe(codec, new Point(1, "a")));
    }

    [Fact]
    public void What_can_be_changed_in_it_makes_it_changeable()
    {
        Assert.False(new PointCodec(membersAreReadOnly: false).IsImmutable);
        Assert.False(new HolderCodec(Codecs.Array(Codecs.Byte)).IsImmutable);
        Assert.True(new HolderCodec(Codecs.ImmutableArray(Codecs.Byte)).IsImmutable);
        Assert.Equal("object(A:uint8,Item:list(uint8),B:uint8)", new HolderCodec(Codecs.Array(Codecs.Byte)).Schema);
    }

    [Fact]
    public void A_type_that_contains_itself_names_itself_in_its_schema()
    {
        var codec = new NodeCodec();

        Assert.Equal("object(Next:^Node?)", codec.Schema);
        Assert.True(codec.IsImmutable);
        Assert.Equal("list(object(Next:^Node?))", Codecs.Array(new NodeCodec()).Schema);
        Assert.Equal("(Next:(Next:null))", Encoded.Transcribe(codec, new Node { Next = new Node() }));
    }

    /// <summary>What is described while another type is described ends early there, and is whole when it is asked itself.</summary>
    [Fact]
    public void Two_types_that_contain_each_other_have_each_a_whole_schema()
    {
        var ping = new PingCodec();
        var pong = new PongCodec(ping);
        ping.Pong = pong;

        Assert.Equal("object(Pong:object(Ping:^Ping?)?)", ping.Schema);
        Assert.Equal("object(Ping:object(Pong:^Pong?)?)", pong.Schema);
        Assert.Equal("object(Pong:object(Ping:^Ping?)?)", ping.Schema);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_chain_may_have_a_thousand_links(int depth, bool isHeld)
    {
        Node? chain = null;
        for (var i = 0; i < depth; i++)
        {
            chain = new Node { Next = chain };
        }

        var bytes = Enumerable.Repeat((byte)1, depth - 1).Append((byte)0).ToArray();
        if (isHeld)
        {
            Assert.Equal(bytes, Encoded.Write(new NodeCodec(), chain!));
            Assert.NotNull(Encoded.Read(new NodeCodec(), bytes));
            Assert.NotEmpty(Encoded.TranscribeBytes(new NodeCodec(), bytes));
        }
        else
        {
            Assert.Contains(
                "Node is nested more than 1000",
                Assert.Throws<ArtifactFormatException>(() => Encoded.Write(new NodeCodec(), chain!)).Message,
                StringComparison.Ordinal
            );
            Assert.Throws<ArtifactFormatException>(() => Encoded.Read(new NodeCodec(), bytes));
            Assert.Throws<ArtifactFormatException>(() => Encoded.TranscribeBytes(new NodeCodec(), bytes));
        }
    }

    [Fact]
    public void Depth_is_that_of_one_value_and_not_of_all_before_it()
    {
        var many = Enumerable.Range(0, 3000).Select(static _ => new Node()).ToArray();
        var codec = Codecs.Array(new NodeCodec());

        Assert.Equal(3000, Encoded.Read(codec, Encoded.Write(codec, many)).Length);
        Assert.NotEmpty(Encoded.Transcribe(codec, many));
    }

    [Fact]
    public void What_would_lose_something_is_refused_in_words()
    {
        Refused(new NodeCodec(), null!, "A Node is null");
        Refused(new NodeCodec(), new LongNode(), "A LongNode stands where Node is declared");
        Refused(new PointCodec(), new Point(1, null!), "'Point.Name' is null");
    }

    [Fact]
    public void A_case_is_told_by_its_name()
    {
        var codec = new ShapeCodec();

        Assert.Equal("oneof(circle:object(Radius:uint8),point:object(X:uint8,Name:string),odd:odd)", codec.Schema);
        Assert.Equal([12, .. "circle"u8, 5], Encoded.Write(codec, new Circle(5)));
        Assert.Equal(new Circle(5), Encoded.Read(codec, [12, .. "circle"u8, 5]));
        Assert.Equal("circle(Radius:5)", Encoded.Transcribe(codec, new Circle(5)));
        Assert.Equal("odd(value:'odd')", Encoded.Transcribe(codec, new Odd()));
        Assert.Equal("inner.circle(Radius:5)", Encoded.Transcribe(new OuterCodec(codec), new Circle(5)));
        Assert.Contains(
            "'square' is no case of Shape",
            Assert.Throws<ArtifactFormatException>(() => Encoded.TranscribeBytes(codec, [12, .. "square"u8])).Message,
            StringComparison.Ordinal
        );
        Encoded.RefusesEveryTruncation(codec, new Circle(5));
    }

    private static void Refused<T>(Codec<T> codec, T value, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArtifactFormatException>(() => Encoded.Write(codec, value)).Message,
            StringComparison.Ordinal
        );
}
