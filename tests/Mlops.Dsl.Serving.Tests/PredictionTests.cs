using System.Net;
using System.Text.Json;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

public class PredictionTests
{
    [Fact]
    public async Task A_row_is_answered_with_the_models_prediction_its_version_and_an_id()
    {
        await using var service = await RunningService.StartAsync(bias: 1);

        var response = await service.PostAsync("/income/score", RunningService.Row);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var prediction = json.RootElement.GetProperty("prediction");
        Assert.True(prediction.GetProperty("over50K").GetBoolean());
        Assert.Equal(TinyModel.Probability(40, 1), prediction.GetProperty("probability").GetSingle(), 1e-6f);
        Assert.Equal(1, json.RootElement.GetProperty("modelVersion").GetInt32());
        Assert.NotEmpty(json.RootElement.GetProperty("requestId").GetString()!);
    }

    [Fact]
    public async Task A_prediction_that_is_no_number_is_no_answer()
    {
        await using var service = await RunningService.StartAsync(bias: float.NaN);

        var problem = await service.FailAsync("/income/score", RunningService.Row);

        Assert.Equal((500, "internal-error"), (problem.Status, problem.Type));
        Assert.Contains(service.Lines, static line => line.Contains("The prediction's Probability is NaN", StringComparison.Ordinal));
        Assert.Empty(await service.Store.ReadLogAsync());
    }

    [Fact]
    public async Task Columns_are_called_in_camel_case_or_as_they_are()
    {
        await using var service = await RunningService.StartAsync();

        var exact = await service.PostAsync(
            "/income/score",
            """{"Id": 1, "Age": 40, "Workclass": "Private", "HoursPerWeek": 40.5, "Country": "DE", "Sex": "f"}"""
        );
        var mixed = await service.PostAsync(
            "/income/score",
            """{"Id": 1, "age": 40, "Workclass": "Private", "hoursPerWeek": 40.5, "Country": "DE", "sex": "f"}"""
        );

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (exact.StatusCode, mixed.StatusCode));
        var records = await service.Store.ReadLogAsync();
        Assert.Equal(records[0].Input, records[1].Input);
    }

    [Fact]
    public async Task The_client_gets_the_same_typed()
    {
        await using var service = await RunningService.StartAsync(bias: -1);

        var answer = await service.Client.ScoreAsync(RunningService.Applicant, "mine-1", TestContext.Current.CancellationToken);

        Assert.Equal("mine-1", answer.RequestId);
        Assert.Equal(1, answer.ModelVersion);
        Assert.False(answer.Prediction.Over50K);
        Assert.Equal(TinyModel.Probability(40, -1), answer.Prediction.Probability, 1e-6f);
    }

    [Fact]
    public async Task The_service_class_answers_in_process_and_records_as_well()
    {
        await using var service = await RunningService.StartAsync();

        var answer = await new IncomeService(service.Host).Score(RunningService.Applicant, TestContext.Current.CancellationToken);

        var record = Assert.Single(await service.Store.ReadLogAsync());
        Assert.Equal(answer.RequestId, record.RequestId);
        await Assert.ThrowsAsync<InvalidInputException>(async () =>
            await new IncomeService(service.Host).Score(RunningService.Applicant with { Age = 5 }, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_nullable_column_may_be_left_out_or_null()
    {
        await using var service = await RunningService.StartAsync();

        var left = await service.PostAsync("/income/score", """{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": "m"}""");
        var given = await service.PostAsync(
            "/income/score",
            """{"id": 1, "age": 40, "workclass": null, "hoursPerWeek": 40, "country": "DE", "sex": "m"}"""
        );

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (left.StatusCode, given.StatusCode));
    }

    [Fact]
    public async Task Every_answer_is_in_the_log_when_it_is_given_and_still_there_when_the_store_is_opened_again()
    {
        await using var service = await RunningService.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => service.Client.ScoreAsync(RunningService.Applicant)));

        Assert.Equal(200, (await service.Store.ReadLogAsync()).Count);
        await service.Server.StopAsync(TestContext.Current.CancellationToken);
        await service.Host.DisposeAsync();
        await service.Store.ReopenAsync();

        var records = await service.Store.ReadLogAsync();
        Assert.Equal(
            answers.Select(static answer => answer.RequestId).Order(StringComparer.Ordinal),
            records.Select(static record => record.RequestId).Order(StringComparer.Ordinal)
        );
        Assert.All(records, static record => Assert.Equal(("income", 1), (record.Model, record.ModelVersion)));
    }
}
