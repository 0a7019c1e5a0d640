using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving.Tests.Support;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving.Tests;

public class SwapTests
{
    [Fact]
    public async Task Fifty_swaps_under_load_fail_no_request_and_give_no_stale_answer()
    {
        const int Clients = 8;
        const int Swaps = 50;
        await using var service = await RunningService.StartAsync(bias: 0, poll: TimeSpan.FromMilliseconds(10));
        var biases = new ConcurrentDictionary<int, float> { [1] = 0 };
        var oldest = 1;
        using var stop = new CancellationTokenSource();
        var clients = Enumerable
            .Range(0, Clients)
            .Select(_ =>
                Task.Run(async () =>
                {
                    var count = 0;
                    for (; !stop.IsCancellationRequested; count++)
                    {
                        var atLeast = Volatile.Read(ref oldest);
                        var answer = await service.Client.ScoreAsync(RunningService.Applicant);
                        Assert.True(answer.ModelVersion >= atLeast, $"Version {answer.ModelVersion} answered after {atLeast} had.");
                        Assert.Equal(TinyModel.Probability(40, biases[answer.ModelVersion]), answer.Prediction.Probability, 1e-6f);
                    }

                    return count;
                })
            )
            .ToList();

        for (var swap = 1; swap <= Swaps; swap++)
        {
            var bias = swap / 25f;
            var version = await service.Store.PublishAsync(bias);
            biases[version] = bias;
            await service.Store.MoveAsync("champion", version);
            await WaitForAsync(service, version);
            Volatile.Write(ref oldest, version);
        }

        await stop.CancelAsync();
        var counts = await Task.WhenAll(clients);

        Assert.Equal(counts.Sum(), (await service.Store.ReadLogAsync()).Count);
        Assert.True(counts.Min() > 0);
        Assert.Equal(Swaps + 1, service.Lines.Count(static line => line.Contains("answers", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_version_that_does_not_fit_is_refused_and_the_old_one_stays()
    {
        await using var service = await RunningService.StartAsync();
        var foreign = await service.Store.PublishAsync(Serialization.Codecs.String, "no model", "string");
        await service.Store.MoveAsync("champion", foreign);

        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        var answer = await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);

        Assert.Equal(1, answer.ModelVersion);
        Assert.Contains(
            "version 2 of 'income' is a string",
            Assert.Single(service.Lines, static line => line.Contains("goes on answering", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        var (status, health) = await HealthAsync(service);
        Assert.Equal(
            (HttpStatusCode.OK, "degraded", 1),
            (status, health.GetProperty("status").GetString(), health.GetProperty("models")[0].GetProperty("version").GetInt32())
        );

        await service.Store.PromoteAsync(3);
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ready", (await HealthAsync(service)).Health.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_a_model_requests_are_told_what_to_do()
    {
        await using var service = await RunningService.StartAsync(bias: null);

        await ExpectAsync(service, "app run income");
        await service.Store.PublishAsync(0, approvals: 2);
        await ExpectAsync(service, "app model approve income 1");
        await ApproveAsync(service, "ann", "bob");
        await ExpectAsync(service, "app model alias income champion 1");
        await service.Store.MoveAsync("champion", 1);
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken)).ModelVersion);
    }

    [Fact]
    public async Task A_champion_that_is_rejected_or_loses_its_alias_answers_no_more()
    {
        await using var service = await RunningService.StartAsync();
        await service.Store.Store.Registry.ReviewAsync(
            new Review("income", 1, "ann", IsApproval: false, "biased", DateTimeOffset.UtcNow),
            TestContext.Current.CancellationToken
        );
        await ExpectAsync(service, "app model alias income champion");
        Assert.EndsWith(
            "was rejected: let the alias name another with 'app model alias income champion <version>'; version 1 answers no more",
            service.Lines[^1],
            StringComparison.Ordinal
        );

        await service.Store.PromoteAsync(1);
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, (await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken)).ModelVersion);
        await service.Store.MoveAsync("champion", null);
        await ExpectAsync(service, "app model alias income champion 2");
        Assert.EndsWith("; version 2 answers no more", service.Lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(service.Lines, static line => line.Contains("goes on answering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_tells_the_model_that_answers()
    {
        await using var service = await RunningService.StartAsync();

        var (status, health) = await HealthAsync(service);
        var live = await service.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        var model = health.GetProperty("models")[0];
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ("income", "champion", 1),
            (model.GetProperty("model").GetString(), model.GetProperty("alias").GetString(), model.GetProperty("version").GetInt32())
        );
        Assert.Equal(
            (await service.Store.Store.Runs.GetPublishedAsync("income", TestContext.Current.CancellationToken))[0].Artifact.Hash.ToString(),
            model.GetProperty("hash").GetString()
        );
        Assert.Contains("live", live, StringComparison.Ordinal);
    }

    private static async Task ExpectAsync(RunningService service, string command)
    {
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        var problem = await service.FailAsync("/income/score", RunningService.Row);
        Assert.Equal((503, "no-model"), (problem.Status, problem.Type));
        Assert.Contains(command, problem.Detail, StringComparison.Ordinal);
        Assert.NotNull(problem.Response.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await HealthAsync(service)).Status);
    }

    private static async Task ApproveAsync(RunningService service, params string[] reviewers)
    {
        foreach (var reviewer in reviewers)
        {
            await service.Store.Store.Registry.ReviewAsync(
                new Review("income", 1, reviewer, IsApproval: true, null, DateTimeOffset.UtcNow)
            );
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(RunningService service)
    {
        using var response = await service.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }

    private static async Task WaitForAsync(RunningService service, int version)
    {
        while (service.Host.Status[0].Version != version)
        {
            await Task.Delay(1);
        }
    }
}
