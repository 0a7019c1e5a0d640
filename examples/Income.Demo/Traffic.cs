using System.Diagnostics;
using System.Globalization;

namespace Income.Demo;

/// <summary>Asks the service as its clients do, several at a time.</summary>
internal sealed class Traffic(IncomeService.Client client)
{
    private const int Clients = 8;
    private const int Labels = 500;

    private readonly List<(string RequestId, bool Label)> _answered = [];

    /// <summary>Asks about people.</summary>
    public async Task<string> SendAsync(IEnumerable<Applicant> people, int count)
    {
        var times = new double[count];
        var over50K = 0;
        var next = -1;
        var answers = new (string RequestId, bool Label)[count];
        Applicant[] all = [.. people];
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var i && i < all.Length)
                    {
                        var start = Stopwatch.GetTimestamp();
                        var answer = await client.ScoreAsync(Application.From(all[i]));
                        times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                        answers[i] = (answer.RequestId, all[i].Over50K);
                        if (answer.Prediction.Over50K)
                        {
                            Interlocked.Increment(ref over50K);
                        }
                    }
                })
        );
        _answered.Clear();
        _answered.AddRange(answers);
        Array.Sort(times);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count} requests answered, {100.0 * over50K / count:0.0}% over 50K; median {times[count / 2]:0.0} ms, 99th percentile "
                + $"{times[count * 99 / 100]:0.0} ms"
        );
    }

    /// <summary>Tells the right answers of the last requests.</summary>
    public async Task<string> LabelAsync()
    {
        foreach (var (requestId, label) in _answered.Take(Labels))
        {
            await client.FeedbackAsync(requestId, label);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"the right answers of {Labels} requests told; a new file of labelled rows has arrived"
        );
    }

    /// <summary>Asks until a version answers.</summary>
    public async Task<string> WaitForVersionAsync(int version, Applicant applicant)
    {
        var asked = 0;
        while (true)
        {
            asked++;
            var answer = await client.ScoreAsync(Application.From(applicant));
            if (answer.ModelVersion == version)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"version {version} answers now; none of {asked} requests failed meanwhile"
                );
            }

            await Task.Delay(20);
        }
    }
}
