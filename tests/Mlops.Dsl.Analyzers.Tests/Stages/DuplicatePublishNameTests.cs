using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class DuplicatePublishNameTests
{
    [Fact]
    public async Task The_second_publication_of_a_name_is_reported()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                """
                [Publish("model")]
                public int First() => 1;

                [Publish({|MLP1019:"model"|})]
                public int Second() => 2;
                """
            )
        );
        Assert.Equal("'model' is also the name that 'First' publishes under: each would be a version of the other", message);
    }

    [Fact]
    public async Task Different_names_are_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Publish(\"a\")] public int First() => 1; [Publish(\"b\")] public int Second() => 2;");
}
