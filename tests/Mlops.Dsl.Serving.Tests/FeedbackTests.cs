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
    public async Task Feedback_of_another_form_is_refused(string body, string member)
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync("/income/feedback", body);

        Assert.Equal(400, problem.Status);
        Assert.Equal(member, Assert.Single(problem.Errors).Column);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"requestId\": \"a\", \"label\": true} true")]
    public async Task Feedback_that_is_no_object_is_refused(string body)
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal("invalid-json", (await service.FailAsync("/income/feedback", body)).Type);
    }
}
