using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class SecretTests : IDisposable
{
    private const string Secret = "correct-horse-battery";

    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_secret_is_in_no_log_no_error_and_no_byte_of_the_store()
    {
        var graph = new Graph
        {
            Parameters =
            [
                new ParameterDefinition<GraphPipeline, string>
                {
                    Name = "Token",
                    TypeName = "string",
                    IsSecret = true,
                    Get = static _ => Secret,
                    Text = ParameterFormats.String,
                },
            ],
        };
        graph.Add(
            "Log",
            [],
            [Graph.Long("Log")],
            static call =>
            {
                call.Context.Logger.LogInformation("using {Token}", Secret);
                call.SetOutput(0, 1L);
            }
        );
        graph.Add("Throw", [], _ => throw new InvalidOperationException($"{Secret} was refused"));

        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("InvalidOperationException: *** was refused", report.Stages[1].Error!.Message);
        await using (var store = _store.Open())
        {
            var lines = await store.Runs.GetLogsAsync(report.Stages[0].Execution!.Value, TestContext.Current.CancellationToken);
            Assert.Equal("using ***", Assert.Single(lines).Message);
        }

        foreach (var file in Directory.GetFiles(_store.Path, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(
                Secret,
                System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)),
                StringComparison.Ordinal
            );
        }
    }
}
