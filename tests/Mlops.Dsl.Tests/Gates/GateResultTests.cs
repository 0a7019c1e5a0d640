namespace Mlops.Dsl.Tests.Gates;

public sealed class GateResultTests
{
    [Theory]
    [InlineData(0.123456789, 0.7, false, "score is 0.1235, at least 0.7 is required")]
    [InlineData(0.69999, 0.7, false, "score is 0.69999, at least 0.7 is required")]
    [InlineData(0.7, 0.7, true, "score is 0.7, at least 0.7 is required")]
    [InlineData(0.30000000000000004, 0.3, true, "score is 0.30000000000000004, at least 0.29999999999999999 is required")]
    [InlineData(double.NaN, 0.7, false, "score is NaN, at least 0.7 is required")]
    [InlineData(double.PositiveInfinity, 0.7, true, "score is Infinity, at least 0.7 is required")]
    [InlineData(123456, 100000, true, "score is 123456, at least 100000 is required")]
    public void A_reason_shows_as_many_digits_as_it_takes_to_see_it(double value, double minimum, bool passed, string reason) =>
        Assert.Equal(new GateResult(passed, reason), GateResult.AtLeast(value, minimum, "score"));

    [Fact]
    public void A_limit_from_above_is_shown_alike() =>
        Assert.Equal(
            new GateResult(Passed: false, "error is 1.219, at most 0.5 is allowed"),
            GateResult.AtMost(1.219232222021376, 0.5, "error")
        );

    [Fact]
    public void Whole_numbers_are_shown_in_full() =>
        Assert.Equal("rows is 1234567, at least 2000000 is required", GateResult.AtLeast(1_234_567, 2_000_000, "rows").Reason);

    [Fact]
    public void Decimals_are_shown_rounded() =>
        Assert.Equal("price is 1.235, at most 1 is allowed", GateResult.AtMost(1.23456m, 1m, "price").Reason);
}
