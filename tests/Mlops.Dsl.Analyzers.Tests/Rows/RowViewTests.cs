using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowViewTests
{
    private const string Row = "[Row] public sealed partial record Member([RowKey] long Id, [Feature] int Age, [Label] bool Left);\n";

    [Theory]
    [InlineData("[RowView(typeof(Member))] public sealed record {|MLP1081:Asked|};")]
    [InlineData("[RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|}(int Age);")]
    [InlineData("[RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|} { public int Twice => 2; }")]
    [InlineData(
        "[RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|}; public partial record Asked { private int _count; "
            + "public int Count() => _count; }"
    )]
    [InlineData("[RowView(typeof(Member))] public sealed partial class {|MLP1086:Asked|};")]
    [InlineData("[RowView(typeof(Member))] public abstract partial record {|MLP1086:Asked|};")]
    [InlineData("[RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|}<T>;")]
    [InlineData("public record Known; [RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|} : Known;")]
    [InlineData("[Row, RowView(typeof(Member))] public sealed partial record {|MLP1086:Asked|}(int X);")]
    public async Task A_view_that_is_no_empty_record_is_reported(string code) => await RuleTest.VerifyAsync(Row + code);

    [Theory]
    [InlineData("[{|MLP1087:RowView(typeof(string))|}] public sealed partial record Asked;")]
    [InlineData("[{|MLP1087:RowView(typeof(Asked))|}] public sealed partial record Asked;")]
    [InlineData("[{|MLP1087:RowView(typeof(Member))|}] public sealed partial record Age;")]
    [InlineData(
        "[Row] public sealed partial record Only([Label] bool Left); [{|MLP1087:RowView(typeof(Only))|}] public sealed partial "
            + "record Asked;"
    )]
    [InlineData(
        "internal enum Kind { A } [Row] internal sealed partial record Hidden(Kind Kind); [{|MLP1087:RowView(typeof(Hidden))|}] public "
            + "sealed partial record Asked;"
    )]
    public async Task A_view_of_no_row_is_reported(string code) => await RuleTest.VerifyAsync(Row + code);

    [Theory]
    [InlineData("[RowView(typeof(Member))] public sealed partial record Asked;")]
    [InlineData("[RowView(typeof(Member), Without = ColumnRole.None)] public partial record Asked { }")]
    [InlineData(
        "public interface IAsked { int Age { get; } } [RowView(typeof(Member), Without = ColumnRole.Key)] internal sealed partial record "
            + "Asked : IAsked;"
    )]
    public async Task A_view_is_not_reported(string code) => await RuleTest.VerifyAsync(Row + code);
}
