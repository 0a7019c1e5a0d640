namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class PersonalArtifactTests
{
    [Theory]
    [InlineData("[Stage] public string[] Emails(Validated<Customer> read) => [.. read.Select(r => {|MLP5004:r.Email|})];")]
    [InlineData(
        "[Stage] public Task<List<string>> Emails(Validated<Customer> read) => {|MLP5004:Task.FromResult(read.Select(r => "
            + "r.Email).ToList())|};"
    )]
    [InlineData(
        "[Stage] public Spending[] Sums(Validated<Customer> read) => [.. read.Select(r => new Spending({|MLP5004:r.Email|}, r.Spent))];"
    )]
    [InlineData(
        "[Stage] public Dictionary<string, double> Sums(Validated<Customer> read) => read.GroupBy(r => r.Email).ToDictionary(g => "
            + "{|MLP5004:g.Key|}, g => g.Sum(r => r.Spent));"
    )]
    [InlineData("[Stage] public (int Count, string First) Both(Validated<Customer> read) => {|MLP5004:(read.Count, read[0].Email)|};")]
    [InlineData("[Stage] public void Write(Validated<Customer> read) => File.WriteAllLines(\"x\", {|MLP5004:read.Select(r => r.Email)|});")]
    [InlineData(
        "[Stage] public void Write(Validated<Customer> read) { using var writer = new StreamWriter(\"x\"); foreach (var r in read) { "
            + "writer.WriteLine({|MLP5004:r.Email|}); } }"
    )]
    [InlineData(
        "[Stage] public FileArtifact Write(Validated<Customer> read, StageContext context) { using (var writer = new "
            + "StreamWriter(context.CreateFile(\"x\"))) { writer.Write($\"{{|MLP5004:read[0].Email|}};\"); } return "
            + "context.GetFile(\"x\"); }"
    )]
    [InlineData(
        "[Stage] public void Write(Validated<Customer> read) => File.WriteAllText(\"x\", "
            + "{|MLP5004:System.Text.Json.JsonSerializer.Serialize(read.ToArray())|});"
    )]
    public async Task Personal_data_outside_of_its_column_is_reported(string stage) => await GovernanceTest.VerifyAsync(stage);

    [Theory]
    [InlineData("[Stage] public Raw<Customer> Rich(Validated<Customer> read) => new(read.Where(r => r.Spent > 9));")]
    [InlineData(
        "[Stage] public Raw<Customer> Copy(Validated<Customer> read) => new(read.Select(r => new Customer(r.Email, r.Age, r.Gender, "
            + "r.Spent, r.Left)));"
    )]
    [InlineData(
        "[Stage] public Raw<Customer> Distinct(Validated<Customer> read) => new(read.GroupBy(r => r.Email).Select(g => "
            + "g.First()).OrderBy(r => r.Age));"
    )]
    [InlineData(
        "[Stage] public Raw<Customer> Hide(Validated<Customer> read) => new(read.Select(r => r with { Email = PersonalData.Hash(r.Email, "
            + "Key) }));"
    )]
    [InlineData(
        "[Stage] public Spending[] Sums(Validated<Customer> read) => [.. read.Select(r => new Spending(PersonalData.Hash(r.Email, Key), "
            + "r.Spent))];"
    )]
    [InlineData(
        "[Stage] public double[] Sums(Validated<Customer> read) => [.. read.GroupBy(r => r.Email).Select(g => g.Sum(r => r.Spent))];"
    )]
    [InlineData("[Stage] public int People(Validated<Customer> read) => read.Select(r => r.Email).Distinct().Count();")]
    [InlineData(
        "[Stage] public double MeanAge(Validated<Customer> read) { var sum = 0.0; foreach (var r in read) { sum += r.Age; } return sum / "
            + "read.Count; }"
    )]
    [InlineData("[Stage] public bool Any(Validated<Customer> read) => read.Any(r => r.Email.EndsWith(\".org\"));")]
    [InlineData(
        "[Stage] public (TrainSet<Customer> T, TestSet<Customer> U) ByPerson(Validated<Customer> read) => read.SplitByGroup(0.8, 1, "
            + "groupBy: r => r.Email);"
    )]
    [InlineData(
        "[Stage] public void Write(Validated<Customer> read) => File.WriteAllLines(\"x\", read.Select(r => PersonalData.Mask(r.Email)));"
    )]
    [InlineData(
        "[Stage] public byte[] Encrypt(Validated<Customer> read) => System.Security.Cryptography.HMACSHA256.HashData(new byte[32], "
            + "System.Text.Encoding.UTF8.GetBytes(read[0].Email));"
    )]
    public async Task What_stays_in_its_column_or_is_transformed_is_not_reported(string stage) => await GovernanceTest.VerifyAsync(stage);

    [Fact]
    public async Task What_takes_the_artifact_is_not_told_again() =>
        await GovernanceTest.VerifyAsync(
            """
            [Stage]
            public string[] Emails(Validated<Customer> read) => [.. read.Select(r => {|MLP5004:r.Email|})];

            [Stage]
            public string First(string[] emails) => emails[0];
            """
        );
}
