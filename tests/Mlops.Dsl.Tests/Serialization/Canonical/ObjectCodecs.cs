using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

internal abstract record Shape;

internal sealed record Circle(byte Radius) : Shape;

internal sealed record Point(byte X, string Name) : Shape;

internal sealed record Odd : Shape
{
    public override string ToString() => "odd";
}

internal class Node
{
    public Node? Next { get; init; }
}

internal sealed class LongNode : Node;

internal sealed class Ping;

internal sealed class Pong;

internal sealed class PointCodec(bool membersAreReadOnly = true) : ObjectCodec<Point>
{
    protected override string TypeName => "Point";

    protected override bool MembersAreReadOnly => membersAreReadOnly;

    protected override void Describe(ObjectShape shape) => shape.Add("X", Codecs.Byte).Add("Name", Codecs.String);

    protected override void WriteMembers(ArtifactWriter writer, Point value)
    {
        Codecs.Byte.Write(writer, value.X);
        Codecs.String.Write(writer, NotNull(value.Name, "Name"));
    }

    protected override Point ReadMembers(ArtifactReader reader) => new(Codecs.Byte.Read(reader), Codecs.String.Read(reader));
}

internal sealed class CircleCodec : ObjectCodec<Circle>
{
    protected override string TypeName => "Circle";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.Add("Radius", Codecs.Byte);

    protected override void WriteMembers(ArtifactWriter writer, Circle value) => Codecs.Byte.Write(writer, value.Radius);

    protected override Circle ReadMembers(ArtifactReader reader) => new(Codecs.Byte.Read(reader));
}

/// <summary>As a user writes one by hand.</summary>
internal sealed class OddCodec : Codec<Odd>
{
    public override string Schema => "odd";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, Odd value) { }

    public override Odd Read(ArtifactReader reader) => new();
}

internal sealed class ShapeCodec : ObjectCodec<Shape>
{
    private readonly CircleCodec _circle = new();
    private readonly PointCodec _point = new();
    private readonly OddCodec _odd = new();

    protected override string TypeName => "Shape";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.AddCase("circle", _circle).AddCase("point", _point).AddCase("odd", _odd);

    protected override void WriteMembers(ArtifactWriter writer, Shape value)
    {
        switch (value)
        {
            case Circle circle:
                writer.WriteString("circle");
                _circle.Write(writer, circle);
                break;
            case Point point:
                writer.WriteString("point");
                _point.Write(writer, point);
                break;
            default:
                writer.WriteString("odd");
                break;
        }
    }

    protected override Shape ReadMembers(ArtifactReader reader) =>
        reader.ReadString() switch
        {
            "circle" => _circle.Read(reader),
            "point" => _point.Read(reader),
            _ => _odd.Read(reader),
        };
}

/// <summary>A case that has cases itself.</summary>
internal sealed class OuterCodec(ShapeCodec inner) : ObjectCodec<Shape>
{
    protected override string TypeName => "Outer";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.AddCase("inner", inner);

    protected override void WriteMembers(ArtifactWriter writer, Shape value)
    {
        writer.WriteString("inner");
        inner.Write(writer, value);
    }

    protected override Shape ReadMembers(ArtifactReader reader)
    {
        reader.ReadString();
        return inner.Read(reader);
    }
}

internal sealed class HolderCodec(Action<ObjectShape> addItem) : ObjectCodec<Ping>
{
    public HolderCodec(Codec<byte[]> item)
        : this(shape => shape.Add("Item", item)) { }

    public HolderCodec(Codec<System.Collections.Immutable.ImmutableArray<byte>> item)
        : this(shape => shape.Add("Item", item)) { }

    protected override string TypeName => "Holder";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape)
    {
        shape.Add("A", Codecs.Byte);
        addItem(shape);
        shape.Add("B", Codecs.Byte);
    }

    protected override void WriteMembers(ArtifactWriter writer, Ping value) { }

    protected override Ping ReadMembers(ArtifactReader reader) => new();
}

internal sealed class NodeCodec : ObjectCodec<Node>
{
    protected override string TypeName => "Node";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.Add("Next", Codecs.NullableReference(this));

    protected override void WriteMembers(ArtifactWriter writer, Node value) => Codecs.NullableReference(this).Write(writer, value.Next);

    protected override Node ReadMembers(ArtifactReader reader) => new() { Next = Codecs.NullableReference(this).Read(reader) };
}

internal sealed class PingCodec : ObjectCodec<Ping>
{
    public PongCodec? Pong { get; set; }

    protected override string TypeName => "Ping";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.Add("Pong", Codecs.NullableReference(Pong!));

    protected override void WriteMembers(ArtifactWriter writer, Ping value) { }

    protected override Ping ReadMembers(ArtifactReader reader) => new();
}

internal sealed class PongCodec(PingCodec ping) : ObjectCodec<Pong>
{
    protected override string TypeName => "Pong";

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.Add("Ping", Codecs.NullableReference(ping));

    protected override void WriteMembers(ArtifactWriter writer, Pong value) { }

    protected override Pong ReadMembers(ArtifactReader reader) => new();
}
