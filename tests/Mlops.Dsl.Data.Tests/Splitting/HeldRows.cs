using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Data.Tests.Splitting;

/// <summary>A row without a key, as the generator writes it.</summary>
internal sealed record HeldRow(int Number, int[] Values) : IRow<HeldRow>
{
    public static RowSchema<HeldRow> Schema { get; } =
        new([
            new RowColumn<HeldRow, int>("Number", "int", ColumnRole.Feature, static row => row.Number) { Format = ParameterFormats.Int32 },
        ]);

    public static Codec<HeldRow> Codec { get; } = new HeldRowCodec();

    public static HeldRow Create(RowValues values) => new(values.Get<int>(0), []);

    private sealed class HeldRowCodec : Codec<HeldRow>
    {
        public override string Schema => "HeldRow(Number:int,Values:array(int))";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, HeldRow value)
        {
            writer.WriteUnmanaged(value.Number);
            writer.WriteLength(value.Values.Length);
            writer.WriteSpan<int>(value.Values);
        }

        public override HeldRow Read(ArtifactReader reader) => throw new NotSupportedException("No test reads it back.");
    }
}

/// <summary>A row with a key and a group, as the generator writes it.</summary>
internal sealed record KeyedHeldRow(long Id, string? Group) : IRow<KeyedHeldRow>
{
    public static RowSchema<KeyedHeldRow> Schema { get; } =
        new([
            new RowColumn<KeyedHeldRow, string?>("Group", "string?", ColumnRole.Group, static row => row.Group)
            {
                Format = ParameterFormats.String!,
            },
            new RowColumn<KeyedHeldRow, long>("Id", "long", ColumnRole.Key, static row => row.Id) { Format = ParameterFormats.Int64 },
        ]);

    public static Codec<KeyedHeldRow> Codec => throw new NotSupportedException("What has a key is not compared by its bytes.");

    public static KeyedHeldRow Create(RowValues values) => new(values.Get<long>(1), values.Get<string?>(0));
}
