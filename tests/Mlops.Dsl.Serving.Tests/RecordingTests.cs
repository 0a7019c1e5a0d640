using System.Net;
using System.Text.Json;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

/// <summary>Services whose store takes no records: nothing is answered, readiness says so, and the console once.</summary>
public class RecordingTests
{
    private const string Score = "/income/score";
    private const string Stopped = "answers can't be recorded, and none is given until they can: ";
    private const string Works = "answers are recorded and given again";

    [Fact]
    public async Task A_store_that_is_moved_away_ends_answers_until_it_is_put_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders whose files are open.");
        await using var service = await RunningService.StartAsync();
        var answer = await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);
        using (service.Store.PutAside())
        {
            for (var i = 0; i < 5; i++)
            {
                var problem = await service.FailAsync(Score, RunningService.Row);
                Assert.Equal((503, "not-recorded"), (problem.Status, problem.Type));
                Assert.NotNull(problem.Response.Headers.RetryAfter?.Delta);
                var label = await service.FailAsync("/income/feedback", $$"""{"requestId": "{{answer.RequestId}}", "label": true}""");
                Assert.Equal("not-recorded", label.Type);
                await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
                await AssertNotReadyAsync(service, "was removed or moved");
            }
        }

        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        await AssertReadyAsync(service);
        await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);

        Assert.Equal(2, (await service.Store.ReadLogAsync()).Count);
        Assert.Equal([$"{Stopped}{Gone(service)}", Works], service.Lines.Skip(1));
    }

    [Fact]
    public async Task A_store_that_is_moved_away_is_noticed_without_a_request()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders whose files are open.");
        await using var service = await RunningService.StartAsync();
        using (service.Store.PutAside())
        {
            await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
            await AssertNotReadyAsync(service, "was removed or moved");
        }

        Assert.Equal($"{Stopped}{Gone(service)}", Assert.Single(service.Lines.Skip(1)));
    }

    [Fact]
    public async Task A_label_that_cannot_be_recorded_makes_the_service_not_ready_and_an_answer_that_is_makes_it_ready()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders whose files are open.");
        await using var service = await RunningService.StartAsync();
        using (service.Store.PutAside())
        {
            Assert.Equal("not-recorded", (await service.FailAsync("/income/feedback", """{"requestId": "a", "label": true}""")).Type);
            await AssertNotReadyAsync(service, "was removed or moved");
        }

        await AssertNotReadyAsync(service, "was removed or moved");
        await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);
        await AssertReadyAsync(service);
    }

    [Fact]
    public async Task A_full_disk_ends_answers_until_there_is_room_and_loses_none()
    {
        using var disk = new MemoryDisk("8m");
        await using var service = await RunningService.StartAsync(store: new ServedStore(disk.Path));
        await disk.FillAsync();
        var answered = new List<string>();
        HttpStatusCode last;
        do
        {
            var response = await service.PostAsync(Score, RunningService.Row, id: $"r{answered.Count}");
            last = response.StatusCode;
            if (last == HttpStatusCode.OK)
            {
                answered.Add($"r{answered.Count}");
            }
        } while (last == HttpStatusCode.OK);

        var refused = Enumerable.Range(0, 50).Select(i => service.FailAsync(Score, RunningService.Row, id: $"lost{i}"));
        foreach (var problem in await Task.WhenAll(refused))
        {
            Assert.Equal((503, "not-recorded"), (problem.Status, problem.Type));
        }

        await AssertNotReadyAsync(service, "is full");
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        await AssertNotReadyAsync(service, "is full");
        disk.Empty();
        await service.Host.RefreshAsync(TestContext.Current.CancellationToken);
        await AssertReadyAsync(service);

        Assert.Equal(answered, (await service.Store.ReadLogAsync()).Select(static record => record.RequestId));
        Assert.Equal(2, service.Lines.Skip(1).Count());
        Assert.StartsWith($"{Stopped}The disk that holds the store", service.Lines[1], StringComparison.Ordinal);
        Assert.Equal(Works, service.Lines[2]);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("up")]
    public async Task The_program_says_at_its_end_that_its_store_has_gone(string verb)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders whose files are open.");
        await using var store = new ServedStore();
        await store.PromoteAsync(0);
        using var program = ServeProcess.Start(store.StorePath, verb, "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.WaitForAddressAsync() };
        using (store.PutAside())
        {
            if (verb == "serve")
            {
                // It goes on, for the case that the store is put back; 'up' would start runs in a new one, and ends by itself.
                var ready = new Uri("/health/ready", UriKind.Relative);
                while ((await http.GetAsync(ready, TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK)
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }

                await program.SignalAsync("TERM");
            }

            var (code, output, error) = await program.FinishAsync();

            Assert.Equal((1, $"error: {Gone(store)}\n"), (code, error));
            Assert.InRange(output.Split('\n').Count(line => line == $"{Stopped}{Gone(store)}"), verb == "serve" ? 1 : 0, 1);
            Assert.False(Directory.Exists(store.StorePath));
        }
    }

    private static string Gone(RunningService service) => Gone(service.Store);

    private static string Gone(ServedStore store) =>
        $"The store at '{store.StorePath}' was removed or moved while this program had it open, "
        + "so that nothing can be recorded in it any more. Put it back, or start the program anew.";

    private static async Task AssertNotReadyAsync(RunningService service, string why)
    {
        var (status, health) = await HealthAsync(service);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (status, health.GetProperty("status").GetString()));
        Assert.Contains(why, health.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Contains(why, service.Host.RecordingProblem, StringComparison.Ordinal);
    }

    private static async Task AssertReadyAsync(RunningService service)
    {
        var (status, health) = await HealthAsync(service);
        Assert.Equal((HttpStatusCode.OK, "ready"), (status, health.GetProperty("status").GetString()));
        Assert.False(health.TryGetProperty("problem", out _));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(RunningService service)
    {
        using var response = await service.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }
}
