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
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

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

        var most = new List<(double Ours, double ByHand)>();
        for (var i = -2; i < 5; i++)
        {
            var pair = (await ours.SaturateAsync(Clients, Round), await byHand.SaturateAsync(Clients, Round));
            if (i >= 0)
            {
                most.Add(pair);
            }
        }

        var (oursMost, byHandMost) = (Measure.Median(most, static pair => pair.Ours), Measure.Median(most, static pair => pair.ByHand));
        var rate = Math.Min(oursMost, byHandMost) / 2;
        var times = new List<(double[] Ours, double[] ByHand)>();
        for (var i = -1; i < Rounds; i++)
        {
            var pair = (await ours.MeasureAsync(Clients, rate, Round), await byHand.MeasureAsync(Clients, rate, Round));
            if (i >= 0)
            {
                times.Add(pair);
            }
        }

        const string Floor = "an API by hand with the same graph and log";
        return
        [
            new Finding(
                $"answers a second by HTTP, {Clients} clients", oursMost, "/s", Budget: byHandMost * 0.7, Goal: byHandMost * 0.9, (Floor, byHandMost))
            {
                HigherIsBetter = true,
            },
            At("median", 0.5, times, rate, Floor),
            At("99th percentile", 0.99, times, rate, Floor),
        ];
    }

    private static Finding At(string name, double share, List<(double[] Ours, double[] ByHand)> times, double rate, string floor)
    {
        var byHand = Measure.Median(times, pair => Percentile(pair.ByHand, share));
        var ours = Measure.Median(times, pair => Percentile(pair.Ours, share));
        return new Finding(
            $"answer by HTTP at half of saturation, {name}", ours, "µs", Budget: byHand + 300, Goal: byHand + 150, (floor, byHand))
        {
            Note = FormattableString.Invariant($"at {rate:0} requests a second; durably logged by both"),
        };
    }

    private static double Percentile(double[] ascending, double share) => ascending[(int)(share * (ascending.Length - 1))];
}
