namespace Mlops.Dsl.Tests.Governance;

public class PersonalDataTests
{
    private const string Key = "0123456789abcdef";

    // Expected values are OpenSSL's: printf '%s' value | openssl dgst -sha256 -hmac key.
    [Theory]
    [InlineData("bob@example.org", "ebb15e992b3a80dadb5ae05338aa5114b6c0b5d82440bf133d5122e0df05e722")]
    [InlineData("", "496dc93fa2d26eae500ec0bc37a122706b88f8963cebf0899d0245fae313e241")]
    [InlineData("Zoë", "9261a0845cecbbfbaa1b4fe3948d77ba65982eb7728225acaa701e5d72c58d9d")]
    public void A_hash_is_the_hmac_of_the_text(string value, string expected) => Assert.Equal(expected, PersonalData.Hash(value, Key));

    [Fact]
    public void Other_keys_give_other_pseudonyms() =>
        Assert.NotEqual(PersonalData.Hash("bob", Key), PersonalData.Hash("bob", "0123456789abcdeX"));

    [Fact]
    public void Null_stays_null()
    {
        Assert.Null(PersonalData.Hash(null, Key));
        Assert.Null(PersonalData.Mask(null));
    }

    [Fact]
    public void Other_values_are_hashed_by_their_invariant_text()
    {
        Assert.Equal(PersonalData.Hash("1234.5", Key), PersonalData.Hash(1234.5, Key));
        Assert.Equal(PersonalData.Hash("1990-02-03", Key), PersonalData.Hash(new DateOnly(1990, 2, 3), Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcde")]
    public void A_key_that_can_be_guessed_is_refused(string key)
    {
        var exception = Assert.Throws<ArgumentException>(() => PersonalData.Hash("bob", key));
        Assert.Contains($"{key.Length} bytes; at least 16", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE8937040044", 4, "********0044")]
    [InlineData("DE8937040044", 0, "************")]
    [InlineData("abc", 2, "**c")]
    [InlineData("a", 9, "*")]
    [InlineData("", 4, "")]
    [InlineData("ab👍🏽é", 1, "***é")]
    public void A_mask_hides_at_least_half(string value, int visible, string expected) =>
        Assert.Equal(expected, PersonalData.Mask(value, visible));

    [Fact]
    public void A_negative_number_of_characters_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PersonalData.Mask("abc", -1));

    [Fact]
    public void What_is_dropped_is_gone()
    {
        Assert.Null(PersonalData.Drop("bob"));
        Assert.Equal(0, PersonalData.Drop(42));
    }
}
