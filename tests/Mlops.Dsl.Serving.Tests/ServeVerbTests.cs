using System.Net;
using System.Net.Sockets;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

/// <summary>The verb, in a process of its own.</summary>
public class ServeVerbTests
{
    [Fact]
    public async Task A_model_that_a_run_published_is_served_and_a_later_one_follows_without_a_restart()
    {
        await using var store = new ServedStore();
        await PublishByRunAsync(store, bias: "1");
        await store.MoveAsync("champion", 1);
        using var program = ServeProcess.Start(StorePath(store), "serve", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.WaitForAddressAsync() };
        var client = new IncomeService.Client(http);

        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(http.BaseAddress!.Host)));
        Assert.Equal(
            TinyModel.Probability(40, 1),
            (await client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken)).Prediction.Probability,
            1e-6f
        );
        await PublishByRunAsync(store, bias: "2");
        await store.MoveAsync("champion", 2);
        while ((await client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken)).ModelVersion == 1)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await program.SignalAsync("TERM");
        var (code, output, error) = await program.FinishAsync();
        Assert.True(code == 0, $"{code}: {error}");
        Assert.Contains("version 2 of 'income' answers instead of 1", output, StringComparison.Ordinal);
        Assert.EndsWith("stopped\n", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task A_signal_during_requests_loses_no_answer()
    {
        await using var store = new ServedStore();
        await store.PromoteAsync(0);
        using var program = ServeProcess.Start(StorePath(store), "serve", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.WaitForAddressAsync() };
        var client = new IncomeService.Client(http);
        var answered = new System.Collections.Concurrent.ConcurrentBag<string>();
        var clients = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(async () =>
                {
                    try
                    {
                        while (true)
                        {
                            answered.Add((await client.ScoreAsync(RunningService.Applicant)).RequestId);
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // It takes no more.
                    }
                })
            )
            .ToList();
        while (answered.Count < 50)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await program.SignalAsync("TERM");
        var (code, _, error) = await program.FinishAsync();
        await Task.WhenAll(clients);

        Assert.True(code == 0, error);
        var recorded = (await store.ReadLogAsync()).Select(static record => record.RequestId).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(answered, id => !recorded.Contains(id));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_message()
    {
        await using var store = new ServedStore();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, _, error) = await ServeProcess.RunAsync(
            StorePath(store),
            "serve",
            "--port",
            port.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(1, code);
        Assert.Equal(
            $"error: 127.0.0.1:{port} is in use by another program: stop it, or choose another port with --port (0 takes any free one)\n",
            error
        );
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", "--allow-remote")]
    [InlineData("--urls", "https://127.0.0.1:0", "http://127.0.0.1:8080")]
    [InlineData("--urls", "nonsense", "http://127.0.0.1:8080")]
    [InlineData("--port", "70000", "from 0 to 65535")]
    [InlineData("--port", "http", "whole number")]
    public async Task Where_it_must_not_listen_it_does_not(string option, string value, string expected)
    {
        await using var store = new ServedStore();

        var (code, _, error) = await ServeProcess.RunAsync(StorePath(store), "serve", option, value);

        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_machines_get_through_only_where_that_is_allowed_and_said()
    {
        await using var store = new ServedStore();
        using var program = ServeProcess.Start(StorePath(store), "serve", "--urls", "http://0.0.0.0:0", "--allow-remote");
        var address = await program.WaitForAddressAsync();

        await program.SignalAsync("TERM");
        var (code, _, error) = await program.FinishAsync();

        Assert.Equal("0.0.0.0", address.Host);
        Assert.Equal(0, code);
        Assert.Contains("no authentication", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_serves_as_well()
    {
        await using var store = new ServedStore();
        await store.PromoteAsync(1);
        using var program = ServeProcess.Start(StorePath(store), "up", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.WaitForAddressAsync() };

        var answer = await new IncomeService.Client(http).ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);
        await program.SignalAsync("TERM");

        Assert.Equal(1, answer.ModelVersion);
        Assert.Equal(0, (await program.FinishAsync()).Code);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_one_message()
    {
        await using var store = new ServedStore();
        var file = Path.Combine(store.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var (code, output, error) = await ServeProcess.RunAsync(Path.Combine(file, "store"), "serve", "--port", "0");

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Help_tells_the_options()
    {
        await using var store = new ServedStore();

        var (code, output, _) = await ServeProcess.RunAsync(StorePath(store), "serve", "--help");

        Assert.Equal(0, code);
        Assert.Contains("--allow-remote", output, StringComparison.Ordinal);
    }

    private static string StorePath(ServedStore store) => Path.Combine(store.Path, ".mlops");

    private static async Task PublishByRunAsync(ServedStore store, string bias)
    {
        var (code, output, error) = await ServeProcess.RunAsync(StorePath(store), "run", "income", "--bias", bias);
        Assert.True(code == 0, $"{output}{error}");
    }
}
