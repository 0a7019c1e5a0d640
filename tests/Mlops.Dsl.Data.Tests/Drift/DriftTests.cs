namespace Mlops.Dsl.Data.Tests.Drift;

public sealed class DriftTests
{
    private static readonly Profile<Person> Reference = UnitTestDatasets.Validated<Person>(People.Make(5000, 5)).Profile();

    [Fact]
    public void The_index_is_that_of_its_formula()
    {
        // Computed with numpy 1.24 by the formula of the documentation.
        Assert.Equal(0.2539445398220992, PopulationStability.Index([10, 20, 30, 0, 40], [20, 10, 30, 5, 35]), 1e-12);
        Assert.Equal(0, PopulationStability.Index([1, 2, 3], [1, 2, 3]));
        Assert.Equal(double.NaN, PopulationStability.Index([1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([], []));
    }

    [Theory]
    [InlineData(2, 6.6348966010212145)]
    [InlineData(5, 13.276704135987622)]
    [InlineData(10, 21.665994333461924)]
    [InlineData(21, 37.56623478662507)]
    public void Noise_is_the_quantile_of_chi_square_within_a_few_percent(int bins, double quantile)
    {
        // scipy 1.10: chi2.ppf(0.99, bins - 1). The approximation is worst for one degree of freedom.
        Assert.InRange(PopulationStability.Noise(bins, 200, 200) * 100 / quantile, 0.97, 1.03);
        Assert.Equal(0, PopulationStability.Noise(1, 10, 10));
    }

    [Fact]
    public void Rows_of_the_same_population_do_not_drift()
    {
        var alarms = 0;
        for (var seed = 100; seed < 200; seed++)
        {
            var report = Reference.CompareTo(People.Make(300, seed).Select(Visitor.From));
            Assert.True(report.IsReliable);
            alarms += report.HasDrift ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 2);
    }

    [Fact]
    public void A_shift_is_found_and_the_worst_column_named()
    {
        var report = Reference.CompareTo(People.Make(500, 9, ageShift: 15).Select(Visitor.From));
        Assert.True(report.HasDrift);
        Assert.Equal("Age", report.Worst.Column);
        Assert.True(report.Worst.Psi > 0.25);
        Assert.Equal(["Age", "Hours", "Sex", "WorkClass"], report.Columns.Select(static column => column.Column));
        Assert.Equal(1, report.DriftedColumns);
        Assert.StartsWith("1 of 4 columns drifted (500 rows against 5000): Age (PSI ", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_missing_and_unseen_values_are_drift()
    {
        var report = Reference.CompareTo(People.Make(500, 9, missingHours: 30, newClasses: 12).Select(Visitor.From));
        var (hours, work) = (report.Columns[1], report.Columns[3]);
        Assert.Equal((true, true, 2), (hours.IsDrifted, work.IsDrifted, report.DriftedColumns));
        Assert.InRange(hours.MissingShare, 0.25, 0.35);
        Assert.InRange(work.UnseenShare, 0.08, 0.16);
        Assert.Equal(0, hours.UnseenShare);
    }

    [Fact]
    public void A_constant_that_changes_is_unseen()
    {
        var reference = UnitTestDatasets
            .Validated<Person>(People.Make(300, 1).ConvertAll(static person => person with { Age = 30, Work_Class = null }))
            .Profile();
        var report = reference.CompareTo(People.Make(300, 2).ConvertAll(static person => person with { Age = 31, Work_Class = null }));
        var age = report.Columns.Single(static column => column.Column == "Age");
        Assert.Equal((0.0, 1.0, true), (age.Psi, age.UnseenShare, age.IsDrifted));
        Assert.Equal(double.NaN, report.Columns.Single(static column => column.Column == "WorkClass").Psi);
    }

    [Fact]
    public void A_small_window_says_that_it_is_not_reliable()
    {
        var report = Reference.CompareTo(People.Make(50, 9, ageShift: 40).Select(Visitor.From));
        Assert.Equal((false, false, true), (report.IsReliable, report.HasDrift, report.Worst.IsDrifted));
        Assert.Contains("fewer than 200 rows: not reliable", report.ToString(), StringComparison.Ordinal);
        Assert.False(Reference.CompareTo(Array.Empty<Visitor>()).HasDrift);
    }

    [Fact]
    public void Traffic_is_compared_by_its_inputs()
    {
        var people = People.Make(300, 3, ageShift: 20);
        var traffic = new Served<Visitor, double>(default, people.ConvertAll(static person => Serve($"{person.Id}", Visitor.From(person))));
        Assert.Equal(Reference.CompareTo(people.Select(Visitor.From)).ToString(), Reference.CompareTo(traffic).ToString());
    }

    [Fact]
    public void Rows_that_have_nothing_in_common_with_the_profile_are_refused() =>
        Assert.Contains(
            "Entry has no column of Person's profile",
            Assert.Throws<ArgumentException>(() => Reference.CompareTo([new Entry("a", 1)])).Message,
            StringComparison.Ordinal
        );

    private static ServedRow<Visitor, double> Serve(string id, Visitor visitor) => new(id, DateTimeOffset.UnixEpoch, visitor, 0.5, 1, null);

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(0.2, double.NaN)]
    public void Thresholds_that_can_not_be_meant_are_refused(double psi, double missing) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reference.CompareTo(People.Make(5, 1), new DriftThresholds(psi, missing)));
}
