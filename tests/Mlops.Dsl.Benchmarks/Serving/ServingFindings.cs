using System.Net;
using Mlops.Dsl.Benchmarks.Whole;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Benchmarks.Serving;

/// <summary>How long an answer takes by HTTP at half of saturation, in turns with an API by hand on the same graph and log.</summary>
internal static class ServingFindings
{
    private const int Clients = 16;
    private const int Rounds = 21;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static IEnumerable<Finding> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<List<Finding>> RunAsync()
    {
        await using var store = new ServedStore();
        await store.PromoteAsync(bias: 0);
        await using var byHandStore = new ServedStore();
        await using var host = await ServiceHost.StartAsync(store.Store, [IncomeService.Definition]);
        var options = new ServiceServerOptions { Addresses = [new IPEndPoint(IPAddress.Loopback, 0)] };
        await using var server = await ServiceServer.StartAsync(host, options);
        await using var api = new HandWrittenApi(TinyModel.Create(bias: 0).Onnx, byHandStore.Store);
        await api.StartAsync();
        using var ours = new Load(new Uri(server.Addresses[0], "/income/score"));
        using var byHand = new Load(new Uri(api.Address, "/income/score"));

        var most = await TakeTurnsAsync(ours, byHand, static load => load.SaturateAsync(Clients, Round));
        var oursMost = Measure.Median(most, static pair => pair.Ours.Rate);
        var byHandMost = Measure.Median(most, static pair => pair.ByHand.Rate);
        var oursTime = Measure.Median(most, static pair => pair.Ours.Processor);
        var byHandTime = Measure.Median(most, static pair => pair.ByHand.Processor);
        var rate = Math.Min(oursMost, byHandMost) / 2;
        var times = await TakeTurnsAsync(ours, byHand, load => load.MeasureAsync(Clients, rate, Round));

        const string Floor = "an API by hand with the same graph and log";
        return
        [
            new Finding(
                $"answers a second by HTTP, {Clients} clients",
                oursMost,
                "/s",
                Budget: byHandMost * 0.7,
                Goal: byHandMost * 0.9,
                (Floor, byHandMost)
            )
            {
                HigherIsBetter = true,
            },
            new Finding(
                "processor time of an answer by HTTP, with its client and its record",
                oursTime,
                "µs",
                Budget: byHandTime * 1.4,
                Goal: byHandTime * 1.1,
                (Floor, byHandTime)
            ),
            At("median", 0.5, times, rate, Floor),
            At("99th percentile", 0.99, times, rate, Floor),
        ];
    }

    /// <summary>Measures both in turns, so that both meet the same neighbours, and each as often before the other as after it.</summary>
    private static async Task<List<(T Ours, T ByHand)>> TakeTurnsAsync<T>(Load ours, Load byHand, Func<Load, Task<T>> measure)
    {
        var pairs = new List<(T, T)>();
        for (var i = -Rounds / 4; i < Rounds; i++)
        {
            var isFirst = i % 2 == 0;
            var first = await measure(isFirst ? ours : byHand);
            var second = await measure(isFirst ? byHand : ours);
            if (i >= 0)
            {
                pairs.Add(isFirst ? (first, second) : (second, first));
            }
        }

        return pairs;
    }

    private static Finding At(string name, double share, List<(double[] Ours, double[] ByHand)> times, double rate, string floor)
    {
        var byHand = Measure.Median(times, pair => Percentile(pair.ByHand, share));
        var ours = Measure.Median(times, pair => Percentile(pair.Ours, share));
        return new Finding(
            $"answer by HTTP at half of saturation, {name}",
            ours,
            "µs",
            Budget: byHand + 300,
            Goal: byHand + 150,
            (floor, byHand)
        )
        {
            Note = FormattableString.Invariant($"at {rate:0} requests a second; durably logged by both"),
        };
    }

    private static double Percentile(double[] ascending, double share) => ascending[(int)(share * (ascending.Length - 1))];
}
