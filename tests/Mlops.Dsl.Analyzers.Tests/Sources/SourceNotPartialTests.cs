using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceNotPartialTests
{
    [Fact]
    public async Task A_located_source_with_a_body_is_reported() =>
        await RuleTest.VerifyMembersAsync("[Source(\"data/*.csv\")] public FileSet {|MLP1051:Docs|}() => null!;");

    [Fact]
    public async Task A_source_without_location_or_body_is_reported() =>
        await RuleTest.VerifyMembersAsync("[{|MLP1051:Source|}] public partial FileSet Docs();");

    [Fact]
    public async Task Located_partial_sources_and_own_sources_are_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            """
            [Source("data/*.csv")]
            public partial FileSet Docs();

            [Source]
            public int[] Read() => [1];
            """
        );

    [Fact]
    public async Task The_fix_makes_it_partial_without_a_body() =>
        await RuleTest.VerifyMembersFixAsync<SourcePartialFix>(
            """
            /// <summary>The documents.</summary>
            [Source("data/*.csv")]
            public FileSet Docs()
            {
                return null!;
            }

            [Source("data/one.csv")]
            public FileArtifact One() => null!;
            """,
            """
            /// <summary>The documents.</summary>
            [Source("data/*.csv")]
            public partial FileSet Docs();

            [Source("data/one.csv")]
            public partial FileArtifact One();
            """
        );
}
