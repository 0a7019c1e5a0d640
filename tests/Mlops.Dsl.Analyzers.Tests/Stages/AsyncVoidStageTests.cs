using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class AsyncVoidStageTests
{
    [Fact]
    public async Task An_async_void_stage_is_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage] public async void {|MLP1013:Send|}() => await Task.Yield();");

    [Fact]
    public async Task Tasks_and_helpers_are_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public async Task Send() => await Task.Yield(); private async void Helper() => await Task.Yield();"
        );

    [Fact]
    public async Task The_fix_returns_a_task() =>
        await RuleTest.VerifyMembersFixAsync<ReturnTaskFix>(
            "[Stage] public async void Send() => await Task.Yield();",
            "[Stage] public async Task Send() => await Task.Yield();"
        );
}
