using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class TimeoutWithoutTokenTests
{
    [Fact]
    public async Task A_timeout_that_cannot_cancel_is_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage, {|MLP1024:Timeout(\"00:01:00\")|}] public int Count() => 1;");

    [Fact]
    public async Task A_stage_with_a_token_is_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage, Timeout(\"00:01:00\")] public int Count(CancellationToken token) => token.IsCancellationRequested ? 0 : 1;"
        );

    [Fact]
    public async Task The_fix_adds_the_token() =>
        await RuleTest.VerifyMembersFixAsync<AddCancellationTokenFix>(
            """
            [Stage, Timeout("00:01:00")]
            public int Count() => 1;

            [Stage, Timeout("00:01:00")]
            public int Double(int count) => count;
            """,
            """
            [Stage, Timeout("00:01:00")]
            public int Count(CancellationToken cancellationToken) => 1;

            [Stage, Timeout("00:01:00")]
            public int Double(int count, CancellationToken cancellationToken) => count;
            """
        );
}
