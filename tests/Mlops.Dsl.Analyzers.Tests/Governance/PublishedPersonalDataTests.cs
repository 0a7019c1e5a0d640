namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class PublishedPersonalDataTests
{
    private const string Verdict = "[Prediction] public readonly partial record struct Verdict([Probability] float Probability);";

    [Theory]
    [InlineData("[Publish(\"x\")] public Validated<Customer> {|MLP5012:Release|}(Validated<Customer> read) => read;")]
    [InlineData("[Publish(\"x\")] public Customer[] {|MLP5012:Release|}(Validated<Customer> read) => [.. read];")]
    [InlineData(
        "[Publish(\"x\")] public async Task<Dictionary<string, List<Customer>>> {|MLP5012:Release|}(Validated<Customer> read) { await "
            + "Task.Yield(); return new() { [\"all\"] = [.. read] }; }"
    )]
    [InlineData(
        "public sealed record Neighbours(IReadOnlyList<Customer> Rows); [Publish(\"x\")] public Neighbours "
            + "{|MLP5012:Release|}(Validated<Customer> read) => new(read);"
    )]
    public async Task Personal_columns_in_what_is_published_are_reported(string members)
    {
        var message = Assert.Single(await GovernanceTest.VerifyAsync(members));
        Assert.Equal(
            "'Release' publishes 'Email' and 'Age' of 'Customer' as it is, which is personal data; hash, mask or drop it before, and "
                + "publish a type without [Pii]",
            message
        );
    }

    [Theory]
    [InlineData("[Publish(\"x\")] public double Release(Validated<Customer> read) => read.Average(c => c.Spent);")]
    [InlineData(
        "[Publish(\"x\")] public Spending[] Release(Validated<Customer> read) => [.. read.Select(c => new "
            + "Spending(PersonalData.Hash(c.Email, Key), c.Spent))];"
    )]
    [InlineData(
        "[Stage] public Raw<Customer> Hide(Validated<Customer> read) => new(read.Select(c => c with { Email = PersonalData.Mask(c.Email), "
            + "Age = 0 })); [Publish(\"x\")] public Raw<Customer> Release(Raw<Customer> hide) => hide;"
    )]
    [InlineData("[Stage] public Validated<Customer> Keep(Validated<Customer> read) => read;")]
    public async Task Transformed_rows_and_other_types_are_not_reported(string members) => await GovernanceTest.VerifyAsync(members);

    [Fact]
    public async Task A_model_that_takes_personal_data_holds_none() =>
        await GovernanceTest.VerifyAsync(
            """
            [Stage] public Model<Customer, Verdict> Fit(TrainSet<Customer> train) => throw new NotImplementedException();
            [Publish("x")] public Model<Customer, Verdict> {|MLP5008:Release|}(Model<Customer, Verdict> fit) => fit;
            """,
            Verdict
        );

    [Theory]
    [InlineData(
        """
            [Stage] public Model<Customer, Verdict> Fit(TrainSet<Customer> train) => throw new NotImplementedException();
            public sealed record Bundle(Model<Customer, Verdict> Fitted, Validated<Customer> Rows);
            [Publish("x")] public Bundle {|MLP5008:{|MLP5012:Release|}|}(Model<Customer, Verdict> fit, Validated<Customer> read) => new(fit, read);
            """
    )]
    [InlineData(
        """
            public sealed record Model<TRow, TResult>(TRow[] Neighbours, TResult[] Results);
            [Publish("x")] public Model<Customer, double> {|MLP5012:Release|}(Validated<Customer> read) => new([.. read], []);
            """
    )]
    public async Task What_is_published_beside_a_model_or_is_only_called_one_is_reported(string members) =>
        await GovernanceTest.VerifyAsync(members, Verdict);
}
