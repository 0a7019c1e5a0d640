using Mlops.Dsl.Execution;
using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

public class ParameterTests
{
    private const string Every = """
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using Mlops.Dsl;

        public enum Mode { Fast, Good }

        public sealed class EvenAttribute(int size) : ValidationAttribute
        {
            public string? Unit { get; set; }
            public override bool IsValid(object? value) => value is int n && n % 2 == 0 && n < size;
        }

        [Pipeline("parameters")]
        public sealed partial class P
        {
            [Parameter] public string Text { get; init; } = "t";
            [Parameter] public string? Maybe { get; init; }
            [Parameter, Required] public string? Needed { get; init; }
            [Parameter] public required int Must { get; init; }
            [Parameter] public bool Flag { get; set; }
            [Parameter] public char Letter { get; init; } = 'x';
            [Parameter, Range(0, 300)] public byte Small { get; init; } = 7;
            [Parameter, Range(0, double.MaxValue)] public long Big { get; init; } = -1 + 2;
            [Parameter, Range(0.5, 0.95, MinimumIsExclusive = true)] public double? Share { get; init; } = 0.8;
            [Parameter, Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(1);
            [Parameter, AllowedValues("a", "b")] public string Choice { get; init; } = "a";
            [Parameter, AllowedValues(Mode.Good)] public Mode Mode { get; init; } = Mode.Good;
            [Parameter, StringLength(5, MinimumLength = 2), RegularExpression("[a-z]+")] public string Word { get; init; } = "abc";
            [Parameter, Length(1, 3)] public int[] Numbers { get; init; } = [1, 2];
            [Parameter] public IReadOnlyList<Mode> Modes { get; init; } = [];
            [Parameter] public ImmutableArray<double> Shares { get; init; } = [];
            [Parameter, Even(10, Unit = "x")] public int Even { get; init; } = 4;
            [Parameter] public Uri? Link { get; init; }
            [Parameter] public System.Net.IPAddress? Address { get; init; }
            [Secret] public string Key { get; init; } = "";
            [Secret(EnvironmentVariable = "TOKEN", Optional = true)] public string? Token { get; init; }
            [Secret] public string HTTPKey2 { get; init; } = "";
            [Stage] public string S() => Text;
        }
        """;

    private static readonly Lazy<PipelineDefinition> Definition = new(static () => LoadedProject.Define(Every));

    [Fact]
    public void Required_are_those_without_a_default() =>
        Assert.Equal(
            ["Needed", "Must", "Key", "HTTPKey2"],
            Definition.Value.Parameters.Where(static p => p.IsRequired).Select(static p => p.Name)
        );

    [Theory]
    [InlineData("Small", "255", null)]
    [InlineData("Small", "256", "must be a whole number from 0 to 255, but is '256'")]
    [InlineData("Share", "0.5", "must be between 0.5 (excluded) and 0.95, but is '0.5'")]
    [InlineData("Wait", "02:00:00", "must be between 00:00:01 and 01:00:00, but is '02:00:00'")]
    [InlineData("Choice", "c", "must be one of 'a', 'b', but is 'c'")]
    [InlineData("Mode", "Good", null)]
    [InlineData("Mode", "Fast", "must be one of 'Good', but is 'Fast'")]
    [InlineData("Word", "a", "must be 2 to 5 characters long, but is 'a'")]
    [InlineData("Word", "ABC", "must be a text that matches [a-z]+, but is 'ABC'")]
    [InlineData("Numbers", "1,2,3", null)]
    [InlineData("Even", "3", "must be valid for [Even], but is '3'")]
    [InlineData("Address", "::1", null)]
    public void A_text_is_parsed_and_checked(string parameter, string text, string? problem) =>
        Assert.Equal(problem, Find(parameter).Parse(text, new ParameterValues()));

    [Fact]
    public void An_instance_has_the_given_values_and_the_defaults_of_the_others()
    {
        var values = new ParameterValues();
        Assert.Null(Find("Text").Parse("given", values));
        Assert.Null(Find("Numbers").Parse("4,5", values));
        var instance = Definition.Value.CreateInstance(values);
        Assert.Equal("given", Find("Text").Format(instance));
        Assert.Equal("4,5", Find("Numbers").Format(instance));
        Assert.Equal("0.8", Find("Share").Format(instance));
        Assert.Equal("1", Find("Big").Format(instance));
        Assert.Null(Find("Maybe").Format(instance));
    }

    [Theory]
    [InlineData("Text", "\"t\"")]
    [InlineData("Flag", "false")]
    [InlineData("Big", "-1 + 2")]
    [InlineData("Wait", "TimeSpan.FromMinutes(1)")]
    [InlineData("Maybe", null)]
    [InlineData("Must", null)]
    public void The_default_is_shown_as_the_source_says_it(string parameter, string? text) =>
        Assert.Equal(text, Find(parameter).DefaultText);

    [Theory]
    [InlineData("Key", "MLOPS_SECRET_KEY")]
    [InlineData("Token", "TOKEN")]
    [InlineData("HTTPKey2", "MLOPS_SECRET_HTTP_KEY2")]
    public void A_secret_comes_from_the_environment(string parameter, string variable)
    {
        Assert.True(Find(parameter).IsSecret);
        Assert.Equal(variable, Find(parameter).EnvironmentVariable);
    }

    private static ParameterDefinition Find(string name) => Definition.Value.Parameters.Single(parameter => parameter.Name == name);
}
