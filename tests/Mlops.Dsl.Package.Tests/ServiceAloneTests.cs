using System.Globalization;

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// A service in a program of its own, which knows the pipeline by its lock alone: nothing that trains is in it, so that it can be compiled
/// ahead of time.
/// </summary>
public sealed class ServiceAloneTests(PackedProduct product)
{
    private static readonly string[] Refused =
    [
        """{"PetalLength": 0, "PetalWidth": 4}""",
        """{"PetalLength": 10.5}""",
        """{"PetalLength": "x", "PetalWidth": 4, "IsPoppy": true}""",
        "[]",
        "{",
    ];

    [Fact]
    public async Task Compiled_ahead_of_time_a_service_answers_the_same_and_its_log_is_watched_by_the_program_that_trains()
    {
        var projects = new ServiceAlone(product);
        projects.Train();
        Command.Dotnet(projects.Service, "build", "--nologo", "-warnaserror").Expect(0);
        var started = DateTimeOffset.UtcNow;
        var (usual, native) = (projects.CopyStore("usual"), projects.CopyStore("native"));
        var expected = await AskAsync(usual, projects.ServiceLibrary);

        var published = NativeCompiler.Publish(projects.Service);
        var actual = await AskAsync(native, Path.Combine(published, "Service"));

        Assert.Equal(expected, actual);
        Assert.Equal(200, expected[0].Status);
        Assert.Contains("\"isPoppy\":", expected[0].Body, StringComparison.Ordinal);
        Assert.All(expected[^Refused.Length..], static answer => Assert.InRange(answer.Status, 400, 422));
        Assert.DoesNotContain(
            Directory.GetFiles(published).Select(Path.GetFileName),
            static file => file!.StartsWith("Mlops", StringComparison.Ordinal) || file.StartsWith("Microsoft.ML", StringComparison.Ordinal)
        );
        var log = projects.ReadLog(native, started);
        Assert.Contains("row-1 ", log, StringComparison.Ordinal);
        Assert.Equal(projects.ReadLog(usual, started), log);
    }

    private static async Task<List<(int Status, string Body)>> AskAsync(string folder, string program)
    {
        using var service = new RunningService(folder, program);
        var answers = new List<(int, string)>();
        string Id() => string.Create(CultureInfo.InvariantCulture, $"row-{answers.Count}");
        foreach (var flower in new FlowerSample(5).Take(50))
        {
            answers.Add(await service.PostAsync("garden/score", flower.Json(), Id()));
        }

        answers.Add((200, await service.GetAsync("openapi.json")));
        answers.Add((200, await service.GetAsync("health/ready")));
        answers.Add(await service.PostAsync("garden/score", new FlowerSample(5).Take(1).Single().Json(), "row-0"));
        answers.Add(await service.PostAsync("garden/feedback", """{"requestId": "row-1", "label": true}"""));
        foreach (var row in Refused)
        {
            answers.Add(await service.PostAsync("garden/score", row, Id()));
        }

        Assert.Equal(0, service.Stop());
        return answers;
    }
}
