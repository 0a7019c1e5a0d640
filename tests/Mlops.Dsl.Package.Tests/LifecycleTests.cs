using System.Globalization;
using System.Text.Json;

namespace Mlops.Dsl.Package.Tests;

/// <summary>A model's whole life in a project that the template made, from the packages alone.</summary>
public sealed class LifecycleTests(PackedProduct product)
{
    private const string Poppy = """{"PetalLength": 40.5, "PetalWidth": 30, "Colour": "red"}""";
    private const string Daisy = """{"PetalLength": 12.5, "PetalWidth": 4}""";

    [Fact]
    public async Task A_new_program_trains_serves_watches_and_retrains()
    {
        var project = product.CreateLifecycle("Garden");
        Command.Dotnet(project, "build", "--nologo", "-warnaserror").Expect(0);
        var program = Path.Combine(project, "bin", "Debug", "net10.0", "Garden.dll");
        CommandResult Run(params string[] arguments) => Command.Dotnet(project, ["exec", program, .. arguments]);

        Run("run", "garden").Expect(0);
        Assert.Contains("nothing to do", Run("run", "garden").Expect(0).Output, StringComparison.Ordinal);
        MakeChampion(Run, version: 1);

        using var service = new RunningService(project, program);
        Assert.Equal((true, 1), Read(await service.PostAsync("garden/score", Poppy, "first")));
        Assert.Equal((false, 1), Read(await service.PostAsync("garden/score", Daisy)));
        Assert.Equal(204, (await service.PostAsync("garden/feedback", """{"requestId": "first", "label": true}""")).Status);
        Assert.Equal(422, (await service.PostAsync("garden/score", """{"PetalLength": 0, "PetalWidth": 4}""")).Status);

        // The same flowers as in the file are no news; larger ones are.
        foreach (var flower in new FlowerSample(2).Take(300))
        {
            Assert.Equal(200, (await service.PostAsync("garden/score", flower.Json())).Status);
        }

        var usual = DateTimeOffset.UtcNow;
        Watch(Run, usual.AddHours(-1), usual).Expect(0);
        SampleFlower[] larger = [.. new FlowerSample(3).Take(300).Select(static flower => flower with { Length = flower.Length + 15 })];
        foreach (var flower in larger)
        {
            Assert.Equal(200, (await service.PostAsync("garden/score", flower.Json())).Status);
        }

        File.WriteAllText(Path.Combine(project, "data", "larger.csv"), FlowerSample.Csv(larger));
        var refused = Watch(Run, usual, DateTimeOffset.UtcNow).Expect(3);
        Assert.Contains("Steady refused", refused.Output, StringComparison.Ordinal);
        var notice = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(project, "notices"))));
        Assert.Contains("Flowers have changed: PetalLength", notice, StringComparison.Ordinal);

        MakeChampion(Run, version: 2);
        while (Read(await service.PostAsync("garden/score", Poppy)) is (_, 1))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal((true, 2), Read(await service.PostAsync("garden/score", Poppy)));
        Assert.Equal(0, service.Stop());
    }

    private static void MakeChampion(Func<string[], CommandResult> run, int version)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        using var models = JsonDocument.Parse(run(["model", "list", "garden", "--json"]).Expect(0).Output);
        var candidate = Assert.Single(
            models.RootElement.EnumerateArray(),
            static model => model.GetProperty("aliases").EnumerateArray().Any(static alias => alias.ValueEquals("candidate"))
        );
        Assert.Equal(version, candidate.GetProperty("version").GetInt32());
        run(["model", "approve", "garden", number, "--as", "ada"]).Expect(0);
        run(["model", "alias", "garden", "champion", number, "--as", "ada"]).Expect(0);
    }

    private static CommandResult Watch(Func<string[], CommandResult> run, DateTimeOffset from, DateTimeOffset to) =>
        run(["run", "garden-watch", "--from", Text(from), "--to", Text(to)]);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static (bool IsPoppy, int Version) Read((int Status, string Body) answer)
    {
        Assert.True(answer.Status == 200, answer.Body);
        using var json = JsonDocument.Parse(answer.Body);
        var root = json.RootElement;
        return (root.GetProperty("prediction").GetProperty("isPoppy").GetBoolean(), root.GetProperty("modelVersion").GetInt32());
    }
}
