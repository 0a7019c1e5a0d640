using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Data.Tests.Profiles;

public sealed class ProfileTests
{
    private static readonly Profile<Person> Sample = UnitTestDatasets.Validated<Person>(People.Make(1000, 5)).Profile();

    [Fact]
    public void A_number_is_summed_up_by_range_moments_and_deciles()
    {
        // Computed with numpy 1.24: min, max, mean, std(ddof=1), quantile(method='inverted_cdf').
        var random = new Lcg(11);
        var values = Enumerable.Range(0, 101).Select(_ => (random.Next(1000) / 8.0) + 1e6).ToArray();
        var column = ProfileOf<double>(values);
        var numbers = column.Numbers!;
        Assert.Equal((1000001.875, 1000120.625), (numbers.Minimum, numbers.Maximum));
        Assert.Equal(1000067.5383663366, numbers.Mean, 1e-8);
        Assert.Equal(38.531528253554335, numbers.StandardDeviation, 1e-9);
        Assert.Equal(
            [1000011.125, 1000026.875, 1000038.25, 1000053.25, 1000075.125, 1000088.625, 1000096.0, 1000108.0, 1000115.375],
            numbers.Edges
        );
        Assert.Equal(values.Length, numbers.Counts.Sum());
        Assert.Equal(values.Count(static value => value <= 1000011.125), numbers.Counts[0]);
        Assert.Equal((101, 0, true), (column.Rows, column.Missing, column.DistinctIsExact));
        Assert.Equal(values.Distinct().Count(), column.Distinct);
    }

    [Fact]
    public void Null_and_not_a_number_are_missing_and_infinity_is_a_value_without_a_mean()
    {
        var column = ProfileOf<double?>([null, double.NaN, 1, 3, double.PositiveInfinity, double.NegativeInfinity]);
        Assert.Equal((2, 4), (column.Missing, column.Distinct));
        Assert.Equal(
            (double.NegativeInfinity, double.PositiveInfinity, 2.0),
            (column.Numbers!.Minimum, column.Numbers.Maximum, column.Numbers.Mean)
        );
        Assert.Equal(Math.Sqrt(2), column.Numbers.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Columns_without_values_or_with_one_have_a_profile_too()
    {
        var none = ProfileOf<int?>([null, null]);
        Assert.Equal((2, 0, double.NaN), (none.Missing, none.Distinct, none.Numbers!.Mean));
        Assert.Equal(([], [0]), (none.Numbers.Edges, none.Numbers.Counts), Comparer);
        var constant = ProfileOf<decimal>([7, 7, 7]);
        Assert.Equal(([], [3]), (constant.Numbers!.Edges, constant.Numbers.Counts), Comparer);
        Assert.Equal(0, constant.Numbers.StandardDeviation);
        Assert.Equal(0, ProfileOf<string>([]).Rows);
    }

    [Fact]
    public void The_most_frequent_values_of_a_category_are_listed_and_the_others_counted()
    {
        var column = ProfileOf(
            Enumerable
                .Range(0, 300)
                .SelectMany(static i =>
                    Enumerable.Repeat(i.ToString("000", System.Globalization.CultureInfo.InvariantCulture), i < 2 ? 5 : 1)
                )
                .Append(new string('x', 257))
                .ToArray()
        );
        Assert.Equal([new ValueCount("000", 5), new ValueCount("001", 5), new ValueCount("002", 1)], column.Categories!.Values.Take(3));
        Assert.Equal((301, 100, 201), (column.Distinct, column.Categories.Values.Count, column.Categories.Other));
        Assert.False(column.Categories.IsComplete);
        Assert.Equal([new ValueCount("true", 2), new ValueCount("false", 1)], ProfileOf<bool>([true, false, true]).Categories!.Values);
        Assert.Equal([new ValueCount("Office", 1)], ProfileOf<Work?>([null, Work.Office]).Categories!.Values);
    }

    [Fact]
    public void Beyond_the_bound_different_values_are_said_to_be_at_least_so_many()
    {
        var column = ProfileOf(
            Enumerable
                .Range(0, ColumnProfile.MaximumDistinct + 5)
                .Select(static i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .ToArray()
        );
        Assert.Equal((ColumnProfile.MaximumDistinct, false), (column.Distinct, column.DistinctIsExact));
        Assert.Equal(column.Rows, column.Categories!.Other + column.Categories.Values.Count);
        Assert.StartsWith("Value: at least 100000 different, 0% missing", column.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_personal_data_and_keys_only_counts_are_kept()
    {
        Assert.Equal((ColumnKind.Counts, null, null), (Sample["Name"].Kind, Sample["Name"].Numbers, Sample["Name"].Categories));
        Assert.Equal((1000, ColumnKind.Counts, null), (Sample["Id"].Distinct, Sample["Id"].Kind, Sample["Id"].Numbers));
        Assert.DoesNotContain("Name 1", Sample.ToString(), StringComparison.Ordinal);
        Assert.True(Write(Sample).AsSpan().IndexOf("Name 1"u8) < 0);
    }

    [Fact]
    public void A_profile_is_read_back_as_it_was_and_damage_is_refused()
    {
        var bytes = Write(Sample);
        var back = Read(bytes);
        Assert.Equal(bytes, Write(back));
        Assert.Equal(Sample.ToString(), back.ToString());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ArtifactFormatException>(() => Read(bytes[..length]));
        }
    }

    [Fact]
    public void A_column_that_is_not_there_is_named() =>
        Assert.Contains(
            "has no column 'Agee'. It has Id, Age, Hours",
            Assert.Throws<KeyNotFoundException>(() => Sample["Agee"]).Message,
            StringComparison.Ordinal
        );

    private static readonly IEqualityComparer<(IReadOnlyList<double>, IReadOnlyList<int>)> Comparer = EqualityComparer<(
        IReadOnlyList<double> Edges,
        IReadOnlyList<int> Counts
    )>.Create(static (one, other) => one.Edges.SequenceEqual(other.Edges) && one.Counts.SequenceEqual(other.Counts));

    private static ColumnProfile ProfileOf<TValue>(IReadOnlyList<TValue> values) =>
        new Raw<ValueTuple<TValue>>(values.Select(static value => new ValueTuple<TValue>(value)))
            .Profile(
                new RowSchema<ValueTuple<TValue>>([
                    new RowColumn<ValueTuple<TValue>, TValue>("Value", typeof(TValue).Name, ColumnRole.Feature, static row => row.Item1),
                ])
            )
            .Columns[0];

    private static byte[] Write(Profile<Person> profile)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, null!))
        {
            new ProfileCodec<Person>().Write(writer, profile);
        }

        return stream.ToArray();
    }

    private static Profile<Person> Read(byte[] bytes)
    {
        using var reader = new ArtifactReader(new MemoryStream(bytes), bytes.Length, null!);
        var profile = new ProfileCodec<Person>().Read(reader);
        reader.EnsureEnd();
        return profile;
    }
}
