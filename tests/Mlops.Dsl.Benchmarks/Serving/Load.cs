using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Mlops.Dsl.Benchmarks.Serving;

/// <summary>Clients of one endpoint, each on a connection of its own.</summary>
internal sealed class Load(Uri endpoint) : IDisposable
{
    private static readonly byte[] Row =
        """{"id":1,"age":40,"workclass":"Private","hoursPerWeek":40.5,"country":"DE","sex":"f"}"""u8.ToArray();

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    /// <summary>
    /// How many requests a second are answered when each client sends the next as soon as it has an answer, and how many microseconds of
    /// processor time each takes in this process: the clients, the server and the log together.
    /// </summary>
    public async Task<(double Rate, double Processor)> SaturateAsync(int clients, TimeSpan duration)
    {
        var before = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var count = 0;
                        for (; Stopwatch.GetElapsedTime(start) < duration; count++)
                        {
                            await SendAsync();
                        }

                        return count;
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (counts.Sum() / seconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / counts.Sum());
    }

    /// <summary>
    /// The times of requests that are sent at a rate, spread over the clients. Who gets an answer late sends the next late.
    /// </summary>
    /// <returns>Microseconds, in ascending order.</returns>
    public async Task<double[]> MeasureAsync(int clients, double rate, TimeSpan duration)
    {
        var times = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromSeconds(clients / rate);
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        for (var next = pause * client / clients; next < duration; next += pause)
                        {
                            if (next - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
                            {
                                await Task.Delay(wait);
                            }

                            var sent = Stopwatch.GetTimestamp();
                            await SendAsync();
                            times.Add(Stopwatch.GetElapsedTime(sent).TotalMicroseconds);
                        }
                    })
                )
        );
        return [.. times.Order()];
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync()
    {
        using var content = new ByteArrayContent(Row);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(endpoint, content);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{endpoint} answered {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
