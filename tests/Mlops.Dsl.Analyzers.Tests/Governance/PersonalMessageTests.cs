using Mlops.Dsl.CodeFixes.Governance;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class PersonalMessageTests
{
    [Theory]
    [InlineData("context.Logger.LogInformation(\"{Email}\", {|MLP5003:row.Email|});")]
    [InlineData("context.Logger.LogWarning(\"{Spent} {Email}\", row.Spent, {|MLP5003:row.Email|});")]
    [InlineData("context.Logger.LogError($\"bad row {{|MLP5003:row.Email|}}\");")]
    [InlineData("context.Logger.LogError(\"bad row \" + {|MLP5003:row.Email.ToUpperInvariant()|});")]
    [InlineData("context.Logger.LogInformation(\"{Age}\", {|MLP5003:row.Age|});")]
    [InlineData("context.Logger.LogInformation(\"{Row}\", {|MLP5003:row|});")]
    [InlineData("Console.WriteLine({|MLP5003:row.Email|});")]
    [InlineData("Console.WriteLine($\"{{|MLP5003:row|}}\");")]
    [InlineData("Console.Error.WriteLine({|MLP5003:row.Email|});")]
    [InlineData("System.Diagnostics.Debug.WriteLine({|MLP5003:row.Email|});")]
    [InlineData("System.Diagnostics.Trace.TraceInformation({|MLP5003:row.Email|});")]
    [InlineData("context.LogMetric({|MLP5003:row.Email|}, row.Spent);")]
    [InlineData("context.ReportProgress(0.5, {|MLP5003:row.Email|});")]
    [InlineData("if (row.Age < 0) throw new InvalidOperationException($\"{{|MLP5003:row.Email|}} has a bad age\");")]
    [InlineData("if (row.Age < 0) throw new ArgumentException(\"bad\", {|MLP5003:row.Email|});")]
    [InlineData("var email = row.Email; Console.WriteLine({|MLP5003:email|});")]
    [InlineData("var (email, age, _, _, _) = row; Console.WriteLine({|MLP5003:email|});")]
    [InlineData("if (row is { Email: var email }) Console.WriteLine({|MLP5003:email|});")]
    [InlineData("var parts = row.Email.Split('@'); Console.WriteLine({|MLP5003:parts[0]|});")]
    [InlineData("Tell(row.Email); void Tell(string text) => Console.WriteLine({|MLP5003:text|});")]
    [InlineData("Action tell = () => Console.WriteLine({|MLP5003:row.Email|}); tell();")]
    [InlineData("var pair = (row.Spent, Who: row.Email); Console.WriteLine(pair.Spent); Console.WriteLine({|MLP5003:pair.Who|});")]
    [InlineData(
        "Cut(row, out var name); Console.WriteLine({|MLP5003:name|}); static void Cut(Customer row, out string name) => name = "
            + "row.Email.Split('@')[0];"
    )]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(row.Email); Console.WriteLine({|MLP5003:text.ToString()|});")]
    [InlineData("Console.WriteLine({|MLP5003:row.ToString()|});")]
    [InlineData("Helper.Tell(row.Email);")]
    [InlineData("Helper.TellAny({|MLP5003:row.Email|});")]
    [InlineData("Helper.TellAny({|MLP5003:row|});")]
    [InlineData("Console.WriteLine({|MLP5003:string.Join(\", \", read.Select(r => r.Email))|});")]
    public async Task Personal_data_in_a_message_is_reported(string statement) =>
        await GovernanceTest.VerifyAsync(
            Stage(statement),
            "public static class Helper { public static void Tell(string text) => "
                + (
                    statement.StartsWith("Helper.Tell(", StringComparison.Ordinal)
                        ? "Console.WriteLine({|MLP5003:text|})"
                        : "Console.WriteLine(text)"
                )
                + "; public static void TellAny<T>(T any) => Console.WriteLine(any); }"
        );

    [Theory]
    [InlineData("context.Logger.LogInformation(\"{Spent}\", row.Spent);")]
    [InlineData("context.Logger.LogInformation(\"{Email}\", PersonalData.Mask(row.Email, 2));")]
    [InlineData("context.Logger.LogInformation(\"{Email}\", PersonalData.Hash(row.Email, Key));")]
    [InlineData("Console.WriteLine(PersonalData.Drop(row.Email));")]
    [InlineData(
        "Console.WriteLine(Provider(row.Email)); [Deidentifies(\"providers have thousands of customers\")] static string Provider(string "
            + "email) => email.Split('@')[1];"
    )]
    [InlineData("Console.WriteLine(row.Email.Length);")]
    [InlineData("Console.WriteLine($\"{read.Count(r => r.Email.Contains('@'))} of {read.Count}\");")]
    [InlineData("Console.WriteLine(row.Email.Contains('@') ? \"good\" : \"bad\");")]
    [InlineData("Console.WriteLine(row.Email is null);")]
    [InlineData("Console.WriteLine(read.Average(r => r.Age));")]
    [InlineData("Console.WriteLine($\"{read.Select(r => r.Email).Distinct().Count()} people\");")]
    [InlineData("var sum = 0; foreach (var r in read) { sum += r.Age; } Console.WriteLine($\"mean {sum / read.Count}\");")]
    [InlineData("context.LogMetric(\"age\", read.Average(r => r.Age));")]
    [InlineData("var first = read.GroupBy(r => r.Email).Select(g => g.First()).First(); Console.WriteLine(first.Gender);")]
    [InlineData("Console.WriteLine(nameof(Customer.Email));")]
    [InlineData("Console.WriteLine(read);")]
    [InlineData("Console.WriteLine(string.Join(\", \", read.Select(r => r.Spent)));")]
    [InlineData("if (row.Age < 0) throw new InvalidOperationException($\"row {read.Count} has a bad age\");")]
    public async Task What_tells_nothing_about_one_person_is_not_reported(string statement) =>
        await GovernanceTest.VerifyAsync(Stage(statement));

    [Fact]
    public async Task A_gate_s_reason_is_read_by_many() =>
        await GovernanceTest.VerifyAsync(
            "[Gate] public GateResult Fresh(Validated<Customer> read) => new(read.Count > 0, $\"first {{|MLP5003:read[0].Email|}}\");"
        );

    [Fact]
    public async Task The_message_names_the_column()
    {
        var message = Assert.Single(await GovernanceTest.VerifyAsync(Stage("Console.WriteLine({|MLP5003:row.Email|});")));
        Assert.Equal(
            "'Email' gets into the console, where personal data is kept unseen and read by many; leave it out, or pass it through "
                + "PersonalData.Hash or Mask",
            message
        );
    }

    [Theory]
    [InlineData(
        "Console.WriteLine($\"{row.Email}\");",
        "Console.WriteLine($\"{PersonalData.Hash(row.Email, Key)}\");",
        "Pass through PersonalData.Hash"
    )]
    [InlineData("Console.WriteLine(row.Email);", "Console.WriteLine(PersonalData.Mask(row.Email));", "Pass through PersonalData.Mask")]
    public async Task The_fix_transforms_it(string before, string after, string title) =>
        await CodeFixVerifier.VerifyAsync(
            GovernanceTest.Project(Stage(before)),
            new TransformFix(),
            GovernanceTest.Pipeline(Stage(after)),
            title,
            TestContext.Current.CancellationToken
        );

    private static string Stage(string statement) =>
        $$"""
            [Stage]
            public void Look(Validated<Customer> read, StageContext context)
            {
                foreach (var row in read)
                {
                    {{statement}}
                }
            }
            """;
}
