using System.Text;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Comparing;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Reading;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>Whatever is in a lock, it is compared or refused; nothing throws.</summary>
public class HostileLockTests
{
    private static readonly string Source = LockTest.Source(
        "[Parameter, Range(0.5, 0.95)] public double Share { get; init; } = 0.8; [Parameter, AllowedValues(1, 2)] public int Level { get; "
            + "init; } = 1; [Parameter, Range(typeof(TimeSpan), \"0:00\", \"2:00\")] public TimeSpan Wait { get; init; } = "
            + "TimeSpan.FromHours(1);",
        "[Required, StringLength(9)] string Id, int? N",
        "string Id, [Label] double Value"
    );

    [Fact]
    public void Edited_locks_are_read_and_compared_or_refused_with_a_place()
    {
        var text = LockTest.LockOf(Source);
        var declared = LockReader.Read(text, "demo");
        var random = new Random(11);
        string[] pieces =
        [
            "\"\"",
            "null",
            "true",
            "-1",
            "1e999",
            "\"range\"",
            "\"∞\"",
            "[]",
            "{}",
            "\"kind\"",
            "\"values\"",
            "\"minimum\": \"0:61\"",
            "[[1]]",
            "\"\\ud800\"",
            "99999999999999999999999",
            "\"type\": \"\"",
            "\"type\": \"?\"",
        ];
        var compared = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var edited = Edit(text, random, pieces);
            try
            {
                var promised = LockReader.Read(edited, "demo");
                _ = ChangeText.Join([
                    new ContractChange(false, ""),
                    .. ContractComparison.Compare(promised, declared),
                    .. ContractComparison.Compare(declared, promised),
                ]);
                Assert.Equal(LockWriter.Write(promised), LockWriter.Write(LockReader.Read(LockWriter.Write(promised), "demo")));
                compared++;
            }
            catch (JsonFormatException exception)
            {
                Assert.InRange(exception.Position, 0, edited.Length);
                Assert.NotEmpty(exception.Message);
            }
        }

        Assert.InRange(compared, 100, 19_900);
    }

    [Theory]
    [InlineData("\u0000\u0001\uFFFF")]
    [InlineData("{\"formatVersion\":1,\"pipeline\":\"demo\",\"version\":\"999999999999999999999.0.0\"}")]
    [InlineData("{\"formatVersion\":1,\"pipeline\":\"demo\",\"version\":\"1.0.0\\n\"}")]
    [InlineData("{\"formatVersion\":1e0,\"pipeline\":\"demo\",\"version\":\"1.0.0\"}")]
    [InlineData(
        "{\"formatVersion\":1,\"pipeline\":\"demo\",\"version\":\"1.0.0\",\"parameters\":{\"a\":{\"type\":\"int\",\"constraints\":[{\"kind\":\"range\",\"minimum\":{}}]}}}"
    )]
    public async Task A_hostile_lock_is_one_diagnostic(string text)
    {
        foreach (
            var project in new[] { LockTest.Project(Source), LockTest.Project(Source).WithBuildProperty("MlopsDslLockStages", "true") }
        )
        {
            Assert.Equal(
                "MLP7003",
                Assert
                    .Single(
                        await AnalyzerRunner.RunAsync(
                            project.WithAdditionalFile(LockTest.FileName, text),
                            TestContext.Current.CancellationToken
                        )
                    )
                    .Id
            );
        }
    }

    [Fact]
    public void A_lock_with_very_many_entries_is_compared()
    {
        var many = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"P{i}\": {{ \"type\": \"int\" }}"));
        var promised = LockReader.Read(
            $"{{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"1.0.0\", \"parameters\": {{ {many} }} }}",
            "demo"
        );
        var changes = ContractComparison.Compare(
            promised,
            LockReader.Read("{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"1.0.0\" }", "demo")
        );
        Assert.Equal(20_000, changes.Count);
        Assert.EndsWith(" and 19980 changes more", ChangeText.Join(changes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".pipeline.lock.json")]
    [InlineData("a/b\\.pipeline.lock.json")]
    [InlineData("x.PIPELINE.LOCK.JSON")]
    public async Task An_odd_file_name_is_a_lock_of_no_pipeline(string path)
    {
        var reported = await LockTest.ReportAsync(LockTest.Project(Source).WithAdditionalFile(path, "{}"));
        Assert.Contains(reported, message => message.StartsWith("MLP7004", StringComparison.Ordinal));
    }

    private static string Edit(string text, Random random, string[] pieces)
    {
        var edited = new StringBuilder(text);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            // Whole values are replaced most of the time, so that many edits are JSON still.
            var at = random.Next(edited.Length);
            var start = random.Next(4) > 0 ? edited.ToString().IndexOf(": ", at, StringComparison.Ordinal) + 2 : at;
            var end = start;
            while (end < edited.Length && edited[end] is not (',' or '}' or ']' or '\n'))
            {
                end++;
            }

            edited.Remove(start, end - start).Insert(start, pieces[random.Next(pieces.Length)]);
        }

        return edited.ToString();
    }
}
