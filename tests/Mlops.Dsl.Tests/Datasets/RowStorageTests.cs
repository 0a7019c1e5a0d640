using Mlops.Dsl.Serialization;
using Mlops.Dsl.Tests.Serialization;

namespace Mlops.Dsl.Tests.Datasets;

public sealed class RowStorageTests
{
    [Fact]
    public void A_dataset_takes_over_an_array_without_a_copy()
    {
        string[] rows = ["a", "b"];
        var raw = new Raw<string>(RowStorage.Own(rows));
        Assert.True(
            System.Runtime.CompilerServices.Unsafe.AreSame(
                ref rows[0],
                ref System.Runtime.InteropServices.MemoryMarshal.GetReference(raw.AsSpan())
            )
        );
        Assert.Equal(rows, raw);
    }

    [Fact]
    public void Rows_that_lie_in_no_array_are_made_one_at_a_time_until_a_span_is_asked_for()
    {
        var storage = new Squares(100);
        var raw = new Raw<string>(storage);
        Assert.Equal(0, storage.Made);
        Assert.Equal("81", raw[9]);
        Assert.Equal(["0", "1", "4"], raw.Take(3));
        Assert.Equal(4, storage.Made);
        Assert.False(raw.Storage.TryGetSpan(out var none));
        Assert.True(none.IsEmpty);
        Assert.Equal("9801", raw.AsSpan()[99]);
        Assert.True(raw.AsSpan() == raw.AsSpan(), "The rows are made once.");
        Assert.Equal(104, storage.Made);
    }

    [Fact]
    public void What_the_rows_lie_in_is_not_in_their_bytes()
    {
        var codec = Codecs.Raw(Codecs.String);
        Assert.Equal(Encoded.Write(codec, new Raw<string>(["0", "1", "4"])), Encoded.Write(codec, new Raw<string>(new Squares(3))));
    }

    [Fact]
    public void Too_little_room_for_a_copy_is_refused() => Assert.Throws<ArgumentException>(() => new Squares(3).CopyTo(new string[2]));

    private sealed class Squares(int count) : RowStorage<string>
    {
        public int Made { get; private set; }

        public override int Count => count;

        public override string this[int index]
        {
            get
            {
                Made++;
                return (index * index).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }
}
