using System.Globalization;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>A store of its own for a test, with a published model and answers of the service.</summary>
internal sealed class WatchedStore : IAsyncDisposable
{
    /// <summary>When the first answer was given.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("watch").FullName;
    private IStore? _store;

    public string Path => System.IO.Path.Combine(_folder, "store");

    /// <summary>A folder beside the store.</summary>
    public string Folder => _folder;

    public TestClock Clock { get; } = new(Noon);

    public IStore Store => _store ??= SqliteStore.Open(Path, clock: Clock);

    /// <summary>The window that the answers are in.</summary>
    public static TimeWindow Hour => new(Noon, Noon.AddHours(1));

    public RunOptions Options => new() { StorePath = Path, TimeProvider = Clock };

    /// <summary>Publishes a model.</summary>
    public async Task PublishAsync(int offset = 0)
    {
        var result = await new IncomePipeline { Offset = offset }.RunAsync(Options, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded);
    }

    /// <summary>Records answers to clients of an age, one a minute from noon on.</summary>
    public async Task ServeAsync(int count, int age, string prefix = "r")
    {
        for (var i = 0; i < count; i++)
        {
            var input = Create(i, age);
            await Store.Serving.RecordAsync(
                new ServedRecord
                {
                    RequestId = string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}"),
                    Service = "income",
                    Method = "Score",
                    Model = "income",
                    ModelVersion = 1,
                    Time = Noon.AddMinutes(i),
                    Duration = TimeSpan.FromMilliseconds(1),
                    InputSchema = Codecs.Row<Application>().Schema,
                    Input = Encode(input),
                    PredictionSchema = Codecs.Row<IncomeScore>().Schema,
                    Prediction = Encode(new IncomeScore(age > 40, 0.5f)),
                },
                TestContext.Current.CancellationToken
            );
        }
    }

    /// <summary>Closes the store, as the end of the process does.</summary>
    public async Task CloseAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            _store = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static byte[] Encode<T>(T value)
        where T : IRow<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, NoFiles.Instance))
        {
            T.Codec.Write(writer, value);
            writer.Flush();
        }

        return stream.ToArray();
    }

    private static Application Create(int id, int age) => RowOf(new Applicant(id, age, Over50K: false));

    private static Application RowOf(Applicant row) => Application.From(row);

    private sealed class NoFiles : IArtifactFiles
    {
        public static readonly NoFiles Instance = new();

        public ContentHash HashInPlace(string path) => throw new NotSupportedException();

        public ContentHash Store(string path) => throw new NotSupportedException();

        public string GetPath(ContentHash content) => throw new NotSupportedException();
    }
}
