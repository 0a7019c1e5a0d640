using System.Net;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

public class FeedbackTests
{
    [Fact]
    public async Task A_label_joins_the_answer_that_it_belongs_to()
    {
        await using var service = await RunningService.StartAsync();
        var answer = await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);
        await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);

        await service.Client.FeedbackAsync(answer.RequestId, label: true, TestContext.Current.CancellationToken);
        await service.Client.FeedbackAsync(answer.RequestId, label: true, TestContext.Current.CancellationToken);

        Assert.Equal(["true", null], (await service.Store.ReadLogAsync()).Select(static record => record.Label));
        await service.Client.FeedbackAsync(answer.RequestId, label: false, TestContext.Current.CancellationToken);
        Assert.Equal(["false", null], (await service.Store.ReadLogAsync()).Select(static record => record.Label));
    }

    [Fact]
    public async Task An_unknown_request_is_told()
    {
        await using var service = await RunningService.StartAsync();

        var exception = await Assert.ThrowsAsync<ServiceProblemException>(() => service.Client.FeedbackAsync("nobody", label: true));

        Assert.Equal(HttpStatusCode.NotFound, exception.Status);
        Assert.Contains("'nobody'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"requestId": "a", "label": "true"}""", "label")]
    [InlineData("""{"requestId": "a", "label": 1}""", "label")]
    [InlineData("""{"requestId": "a", "label": null}""", "label")]
    [InlineData("""{"requestId": "a"}""", "label")]
    [InlineData("""{"label": true}""", "requestId")]
    [InlineData("""{"requestId": 5, "label": true}""", "requestId")]
    [InlineData("""{"requestId": "a", "label": true, "more": {"x": 1}}""", "more")]
    [InlineData("""{"requestId": "a", "label": "\ud800"}""", "label", "half of a surrogate pair")]
    [InlineData("""{"requestId": "\ud800", "label": true}""", "requestId", "half of a surrogate pair")]
    public async Task Feedback_of_another_form_is_refused(string body, string member, string message = "")
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync("/income/feedback", body);

        Assert.Equal((400, "invalid-row"), (problem.Status, problem.Type));
        var error = Assert.Single(problem.Errors);
        Assert.Equal(member, error.Column);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"label\": true, \"label\": false", "label")]
    [InlineData("\"label\": true, \"label\": true", "label")]
    [InlineData("\"label\": true, \"lab\\u0065l\": false", "label")]
    [InlineData("\"requestId\": \"other\", \"label\": true", "requestId")]
    public async Task Feedback_that_says_something_twice_is_refused_and_nothing_of_it_recorded(string members, string twice)
    {
        await using var service = await RunningService.StartAsync();
        var answer = await service.Client.ScoreAsync(RunningService.Applicant, TestContext.Current.CancellationToken);

        var problem = await service.FailAsync("/income/feedback", $$"""{"requestId": "{{answer.RequestId}}", {{members}}}""");

        Assert.Equal((400, "invalid-row"), (problem.Status, problem.Type));
        Assert.Equal((twice, "must be given once, but is given again"), Assert.Single(problem.Errors));
        Assert.Null(Assert.Single(await service.Store.ReadLogAsync()).Label);
    }

    [Fact]
    public async Task Feedback_that_is_nested_too_deeply_is_told_so()
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync("/income/feedback", $$"""{"label": {{new string('[', 9)}}{{new string(']', 9)}}}""");

        Assert.Equal("The body must be a JSON object, but is nested too deeply: at most 8 levels are read.", problem.Detail);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"requestId\": \"a\", \"label\": true} true")]
    [InlineData("{\"\\ud800\": \"a\", \"label\": true}")]
    public async Task Feedback_that_is_no_object_is_refused(string body)
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal("invalid-json", (await service.FailAsync("/income/feedback", body)).Type);
    }
}
