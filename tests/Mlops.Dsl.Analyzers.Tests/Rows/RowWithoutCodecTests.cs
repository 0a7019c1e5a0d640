using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowWithoutCodecTests
{
    [Theory]
    [InlineData("[Row] public sealed partial record Member(string Id, Func<int> {|MLP1083:Score|});")]
    [InlineData("[Row] public sealed partial record Member(List<Stream> {|MLP1083:Files|});")]
    [InlineData(
        "[Row] public sealed partial record Member(string Id) { public Place? {|MLP1083:Home|} { get; init; } } public sealed record "
            + "Place(object Tag);"
    )]
    [InlineData("[Row] public sealed partial class {|MLP1083:Member|} { public Member(int seed) { Id = seed; } public int Id { get; } }")]
    [InlineData("[Row] public unsafe partial struct Member { public int* {|MLP1083:P|} { get; init; } public int X { get; init; } }")]
    [InlineData(
        "[Row] public unsafe partial record struct Member { public int X { get; init; } [Feature] public int* Sum => null; [Feature] "
            + "public Span<int> All => default; [Feature] public int*[] Many => []; }"
    )]
    public async Task A_column_that_cannot_be_stored_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Theory]
    [InlineData(
        "[Row] public sealed partial record Member(string Id, Place? Home, List<Member>? Kin); public sealed record Place(int[] Codes);"
    )]
    [InlineData("[Row] public sealed partial record Member(string Id) { public int Length => Id.Length; }")]
    [InlineData("[Row] public readonly partial record struct Member(DateOnly Day, DayOfWeek Weekday);")]
    public async Task Rows_that_can_be_stored_are_not_reported(string code) => await RuleTest.VerifyAsync(code);
}
