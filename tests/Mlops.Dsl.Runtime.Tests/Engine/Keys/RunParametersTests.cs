using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Keys;

public sealed class RunParametersTests
{
    [Fact]
    public void Each_parameter_has_its_text_and_a_secret_none()
    {
        var parameters = Read(
            new Values
            {
                Depth = 4,
                Name = "n",
                Token = "hunter2",
            }
        );

        Assert.Equal(
            [
                new RunParameter("Depth", "4", IsSecret: false, IsDefault: false),
                new RunParameter("Name", "n", IsSecret: false, IsDefault: false),
                new RunParameter("Token", null, IsSecret: true, IsDefault: false),
            ],
            parameters.All
        );
        Assert.Equal(new NamedText("Depth", "4"), parameters.Find("Depth"));
        Assert.Equal(new NamedText("Token", null), parameters.Find("Token"));
        Assert.Equal(new NamedText("depth", null), parameters.Find("depth"));
    }

    [Fact]
    public void A_value_that_is_its_default_is_one_unless_the_parameter_is_required()
    {
        var parameters = Read(new Values());

        Assert.Equal([true, false, false], parameters.All.Select(static parameter => parameter.IsDefault));
    }

    [Fact]
    public void All_values_that_break_a_constraint_are_told_together()
    {
        var exception = Assert.Throws<ParameterException>(() => Read(new Values { Depth = 99, Token = "" }));

        Assert.StartsWith("Pipeline 'graph' can't run: Depth must be ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("; Token must ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_that_breaks_a_constraint_is_enough() =>
        Assert.EndsWith(
            "at most 9, but is '99'.",
            Assert.Throws<ParameterException>(() => Read(new Values { Depth = 99 })).Message,
            StringComparison.Ordinal
        );

    private static RunParameters Read(Values values)
    {
        var graph = new Graph
        {
            Parameters =
            [
                new ParameterDefinition<Values, int>
                {
                    Name = "Depth",
                    TypeName = "int",
                    Get = static values => values.Depth,
                    Text = ParameterFormats.Int32,
                    Checks = [new Few()],
                },
                new ParameterDefinition<Values, string>
                {
                    Name = "Name",
                    TypeName = "string",
                    IsRequired = true,
                    Get = static values => values.Name,
                    Text = ParameterFormats.String,
                },
                new ParameterDefinition<Values, string>
                {
                    Name = "Token",
                    TypeName = "string",
                    IsSecret = true,
                    Get = static values => values.Token,
                    Text = ParameterFormats.String,
                    Checks = [new Some()],
                },
            ],
        };
        var definition = graph.Build(static _ => new Values());
        return new RunParameters(definition, values);
    }

    private sealed class Values
    {
        public int Depth { get; init; } = 3;

        public string Name { get; init; } = "name";

        public string Token { get; init; } = "secret";
    }

    private sealed class Few : Constraint<int>
    {
        public override string Description => "at most 9";

        public override bool IsSatisfiedBy(int value) => value <= 9;
    }

    private sealed class Some : Constraint<string>
    {
        public override string Description => "some text";

        public override bool IsSatisfiedBy(string value) => value.Length > 0;
    }
}
