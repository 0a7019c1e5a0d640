using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Mlops.Dsl.Tests.Constraints;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.95, true)]
    [InlineData(0.49, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void A_range_includes_its_bounds_and_never_NaN(double value, bool expected) =>
        Assert.Equal(expected, new RangeConstraint<double>(0.5, 0.95).IsSatisfiedBy(value));

    [Fact]
    public void A_range_can_exclude_its_bounds()
    {
        var range = new RangeConstraint<int>(0, 10, minimumIsExclusive: true, maximumIsExclusive: true);
        Assert.False(range.IsSatisfiedBy(0));
        Assert.True(range.IsSatisfiedBy(1));
        Assert.False(range.IsSatisfiedBy(10));
        Assert.Equal("must be between 0 (excluded) and 10 (excluded), but is '10'", range.Explain(10));
    }

    [Fact]
    public void A_range_with_one_bound_reads_as_one()
    {
        Assert.Equal("at least 1", new RangeConstraint<int>(1, int.MaxValue).Description);
        Assert.Equal("less than 3", new RangeConstraint<double>(double.NegativeInfinity, 3, maximumIsExclusive: true).Description);
        Assert.Equal("greater than 0", new RangeConstraint<double>(0, double.PositiveInfinity, minimumIsExclusive: true).Description);
        Assert.Equal("between 2026-01-01 and 2026-12-31", new RangeConstraint<DateOnly>(new(2026, 1, 1), new(2026, 12, 31)).Description);
    }

    [Fact]
    public void A_missing_value_satisfies_all_but_required()
    {
        Assert.True(new NullableConstraint<int>(new RangeConstraint<int>(1, 2)).IsSatisfiedBy(null));
        Assert.False(new NullableConstraint<int>(new RangeConstraint<int>(1, 2)).IsSatisfiedBy(3));
        Assert.True(new LengthConstraint<string?>(3, 4).IsSatisfiedBy(null));
        Assert.True(new RegularExpressionConstraint("a").IsSatisfiedBy(null));
        Assert.True(new AllowedValuesConstraint<string?>("a").IsSatisfiedBy(null));
        Assert.True(new EmailAddressConstraint().IsSatisfiedBy(null));
        Assert.True(new UrlConstraint().IsSatisfiedBy(null));
        Assert.False(new RequiredConstraint<int?>().IsSatisfiedBy(null));
        Assert.False(new NotNullConstraint<string?>().IsSatisfiedBy(null));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("x", true)]
    public void Required_refuses_blank_text(string value, bool expected) =>
        Assert.Equal(expected, new RequiredConstraint<string>().IsSatisfiedBy(value));

    [Fact]
    public void Lengths_count_characters_and_items()
    {
        Assert.True(new LengthConstraint<string>(2, 3).IsSatisfiedBy("abc"));
        Assert.False(new LengthConstraint<string>(2, 3).IsSatisfiedBy("a"));
        Assert.True(new LengthConstraint<int[]>(1, int.MaxValue).IsSatisfiedBy([1]));
        Assert.False(new LengthConstraint<IEnumerable<int>>(2, 2).IsSatisfiedBy(Enumerable.Range(0, 3)));
        Assert.Equal("20 to 4000 characters long", new LengthConstraint<string>(20, 4000).Description);
        Assert.Equal("at least 1 item long", new LengthConstraint<List<int>>(1, int.MaxValue).Description);
    }

    [Theory]
    [InlineData("^[TMPFE]:.+", "T:System.String", true)]
    [InlineData("[a-c]+", "abcd", false)]
    [InlineData("[a-c]+", "xabc", false)]
    [InlineData("(?=a)a", "a", true)]
    [InlineData("a", "", true)]
    [InlineData("a$", "a\n", false)]
    public void A_pattern_must_match_the_whole_text(string pattern, string text, bool expected)
    {
        Assert.Equal(expected, new RegularExpressionConstraint(pattern).IsSatisfiedBy(text));
        Assert.Equal(new RegularExpressionAttribute(pattern).IsValid(text), new RegularExpressionConstraint(pattern).IsSatisfiedBy(text));
    }

    [Fact]
    public void A_pattern_that_would_explode_is_matched_in_linear_time() =>
        Assert.False(new RegularExpressionConstraint("(a+)+b", matchTimeoutMilliseconds: -1).IsSatisfiedBy(new string('a', 5000)));

    [Fact]
    public void A_match_that_takes_too_long_is_not_taken_for_an_answer() =>
        Assert.Throws<RegexMatchTimeoutException>(() =>
            new RegularExpressionConstraint("(?=a)(a+)+b", matchTimeoutMilliseconds: 20).IsSatisfiedBy(new string('a', 60))
        );

    [Fact]
    public void Lists_of_values_allow_and_deny()
    {
        Assert.True(new AllowedValuesConstraint<int>(1, 2).IsSatisfiedBy(2));
        Assert.Equal("must be one of '1', '2', but is '3'", new AllowedValuesConstraint<int>(1, 2).Explain(3));
        Assert.False(new DeniedValuesConstraint<string?>("x", null).IsSatisfiedBy(null));
        Assert.True(new DeniedValuesConstraint<string?>("x").IsSatisfiedBy(null));
    }

    [Theory]
    [InlineData("name@example.org", true)]
    [InlineData("@example.org", false)]
    [InlineData("a@b@c", false)]
    [InlineData("", false)]
    public void An_email_address_has_one_at_sign_inside(string value, bool expected) =>
        Assert.Equal(expected, new EmailAddressConstraint().IsSatisfiedBy(value));

    [Theory]
    [InlineData("https://example.org/x", true)]
    [InlineData("ftp://example.org", true)]
    [InlineData("http://", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("example.org", false)]
    public void A_URL_is_absolute_and_of_the_web(string value, bool expected) =>
        Assert.Equal(expected, new UrlConstraint().IsSatisfiedBy(value));

    [Fact]
    public void A_users_own_attribute_is_asked()
    {
        var even = new AttributeConstraint<int>(new EvenAttribute());
        Assert.True(even.IsSatisfiedBy(2));
        Assert.Equal("must be valid for [Even], but is '3'", even.Explain(3));
    }

    [Fact]
    public void A_long_value_is_quoted_in_part_and_never_cut_through_a_character()
    {
        var message = new RegularExpressionConstraint("x").Explain(new string('a', 59) + "😀😀😀");
        Assert.Equal($"must be a text that matches x, but is '{new string('a', 59)}…'", message);
    }

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class EvenAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is int number && number % 2 == 0;
    }
}
