using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.ML.OnnxRuntime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Benchmarks.Serving;

/// <summary>
/// What someone writes by hand who needs one model served: Kestrel, System.Text.Json's generated code, ONNX Runtime with bound buffers,
/// and the store's log.
/// </summary>
internal sealed class HandWrittenApi : IAsyncDisposable
{
    private readonly InferenceSession _session;
    private readonly ThreadLocal<RawScorer> _scorers;
    private readonly IStore _store;
    private readonly WebApplication _app;

    public HandWrittenApi(ReadOnlyMemory<byte> onnx, IStore store)
    {
        _store = store;
        _session = RawScorer.Open(onnx);
        _scorers = new ThreadLocal<RawScorer>(() => new RawScorer(_session, 1), trackAllValues: true);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(static kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, 0);
            });
        _app = builder.Build();
        _app.Run(ScoreAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var scorer in _scorers.Values)
        {
            scorer.Dispose();
        }

        _scorers.Dispose();
        _session.Dispose();
    }

    private async Task ScoreAsync(HttpContext context)
    {
        var row = await context.Request.ReadFromJsonAsync(ApiJson.Default.ApiRequest, context.RequestAborted);
        if (row is null or { Age: < 17 or > 120 } or { HoursPerWeek: < 0 or > 99 } or { Sex: not ("f" or "m") } || row.Country.Length != 2)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var started = TimeProvider.System.GetTimestamp();
        var (label, probability) = _scorers.Value!.Score(row.Age);
        var duration = TimeProvider.System.GetElapsedTime(started);
        var id = Guid.CreateVersion7().ToString("N");
        var prediction = new ApiPrediction(label, probability);
        await _store.Serving.RecordAsync(
            new ServedRecord
            {
                RequestId = id,
                Service = "hand",
                Method = "Score",
                Model = "income",
                ModelVersion = 1,
                Time = DateTimeOffset.UtcNow,
                Duration = duration,
                InputSchema = "json",
                Input = JsonSerializer.SerializeToUtf8Bytes(row, ApiJson.Default.ApiRequest),
                PredictionSchema = "json",
                Prediction = JsonSerializer.SerializeToUtf8Bytes(prediction, ApiJson.Default.ApiPrediction),
            }
        );
        await context.Response.WriteAsJsonAsync(
            new ApiAnswer(id, prediction, 1),
            ApiJson.Default.ApiAnswer,
            cancellationToken: context.RequestAborted
        );
    }
}

internal sealed record ApiRequest(long Id, int Age, string? Workclass, double HoursPerWeek, string Country, string Sex);

internal sealed record ApiPrediction(bool Over50K, float Probability);

internal sealed record ApiAnswer(string RequestId, ApiPrediction Prediction, int ModelVersion);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApiRequest))]
[JsonSerializable(typeof(ApiAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
