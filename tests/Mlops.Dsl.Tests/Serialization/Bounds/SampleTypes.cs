using System.Runtime.CompilerServices;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>An object without members: it has no bytes.</summary>
internal sealed record Empty;

/// <summary>An object that contains its own kind, so that bytes may nest it as deep as they like.</summary>
internal sealed record Tree(List<Tree> Branches, Tree[,] Grid, Dictionary<int, Tree> Named, Wide[] Leaves);

/// <summary>A struct that is large in memory, of which each part may be one byte.</summary>
[InlineArray(Length)]
internal struct Wide
{
    public const int Length = 40;

    private string? _first;
}

/// <summary>An object that not all numbers make.</summary>
internal sealed record Positive
{
    public Positive(int number) => Number = number > 0 ? number : throw new ArgumentOutOfRangeException(nameof(number));

    public int Number { get; }
}

internal sealed class EmptyCodec : ObjectCodec<Empty>
{
    public static EmptyCodec Instance { get; } = new();

    protected override string TypeName => nameof(Empty);

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) { }

    protected override void WriteMembers(ArtifactWriter writer, Empty value) { }

    protected override Empty ReadMembers(ArtifactReader reader) => new();
}

internal sealed class WideCodec : ObjectCodec<Wide>
{
    public static WideCodec Instance { get; } = new();

    protected override string TypeName => nameof(Wide);

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape)
    {
        for (var i = 0; i < Wide.Length; i++)
        {
            shape.Add($"Part{i}", Codecs.StringOrNull);
        }
    }

    protected override void WriteMembers(ArtifactWriter writer, Wide value)
    {
        foreach (var part in value)
        {
            Codecs.StringOrNull.Write(writer, part);
        }
    }

    protected override Wide ReadMembers(ArtifactReader reader)
    {
        var value = default(Wide);
        for (var i = 0; i < Wide.Length; i++)
        {
            value[i] = Codecs.StringOrNull.Read(reader);
        }

        return value;
    }
}

internal sealed class PositiveCodec : ObjectCodec<Positive>
{
    public static PositiveCodec Instance { get; } = new();

    protected override string TypeName => nameof(Positive);

    protected override bool MembersAreReadOnly => true;

    protected override void Describe(ObjectShape shape) => shape.Add(nameof(Positive.Number), Codecs.Int32);

    protected override void WriteMembers(ArtifactWriter writer, Positive value) => writer.WriteUnmanaged(value.Number);

    protected override Positive ReadMembers(ArtifactReader reader) => new(reader.ReadUnmanaged<int>());
}

internal sealed class TreeCodec : ObjectCodec<Tree>
{
    private Codec<List<Tree>>? _branches;
    private Codec<Tree[,]>? _grid;
    private Codec<Dictionary<int, Tree>>? _named;
    private Codec<Wide[]>? _leaves;

    public static TreeCodec Instance { get; } = new();

    protected override string TypeName => nameof(Tree);

    protected override bool MembersAreReadOnly => true;

    private Codec<List<Tree>> Branches => _branches ??= Codecs.List(this);

    private Codec<Tree[,]> Grid => _grid ??= Codecs.Array2(this);

    private Codec<Dictionary<int, Tree>> Named => _named ??= Codecs.Dictionary(Codecs.Int32, this);

    private Codec<Wide[]> Leaves => _leaves ??= Codecs.Array(WideCodec.Instance);

    protected override void Describe(ObjectShape shape) =>
        shape
            .Add(nameof(Tree.Branches), Branches)
            .Add(nameof(Tree.Grid), Grid)
            .Add(nameof(Tree.Named), Named)
            .Add(nameof(Tree.Leaves), Leaves);

    protected override void WriteMembers(ArtifactWriter writer, Tree value)
    {
        Branches.Write(writer, value.Branches);
        Grid.Write(writer, value.Grid);
        Named.Write(writer, value.Named);
        Leaves.Write(writer, value.Leaves);
    }

    protected override Tree ReadMembers(ArtifactReader reader) =>
        new(Branches.Read(reader), Grid.Read(reader), Named.Read(reader), Leaves.Read(reader));
}
