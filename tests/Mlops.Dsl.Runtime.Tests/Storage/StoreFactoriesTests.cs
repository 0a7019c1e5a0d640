using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Which store a location names.</summary>
public sealed class StoreFactoriesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{0}/a")]
    [InlineData("file:{0}/a")]
    [InlineData("sqlite:{0}/a")]
    [InlineData("SQLite:{0}/a")]
    [InlineData("file://{0}/a")]
    [InlineData("sqlite://{0}/%61")]
    public async Task Paths_and_the_embedded_schemes_name_a_folder(string location)
    {
        await using var store = StoreFactories.Open(string.Format(null, location, _folder.FullName));

        Assert.Equal(Path.Combine(_folder.FullName, "a"), store.Location);
    }

    [Fact]
    public async Task A_colon_in_a_folders_name_is_no_scheme()
    {
        await using var store = StoreFactories.Open(Path.Combine(_folder.FullName, "my:store"));

        Assert.Equal("my:store", SqliteStoreFactory.PathOf("my:store"));
        Assert.Equal(Path.Combine(_folder.FullName, "my:store"), store.Location);
    }

    [Fact]
    public void A_scheme_that_nobody_registered_is_told_with_those_that_are()
    {
        var exception = Assert.Throws<StoreException>(() => StoreFactories.Open("unheard-of://host/store"));

        Assert.Equal(StoreProblem.Missing, exception.Problem);
        Assert.Contains("nothing is registered for 'unheard-of:'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'file:'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("StoreFactories.Register", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:")]
    [InlineData("sqlite:")]
    public void A_location_without_a_folder_is_refused(string location) =>
        Assert.Contains(
            "names no folder",
            Assert.Throws<StoreException>(() => StoreFactories.Open(location)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Another_kind_of_store_gets_its_location_options_and_clock()
    {
        var factory = new Elsewhere(_folder.FullName);
        StoreFactories.Register(factory);
        var options = new StoreOptions { InlineLimit = 7 };

        await using var store = StoreFactories.Open("elsewhere:there", options, TimeProvider.System);

        Assert.Equal(("elsewhere:there", options, TimeProvider.System), factory.Asked);
        Assert.Equal(Path.Combine(_folder.FullName, "elsewhere"), store.Location);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_default_takes_no_scheme_from_another_factory(bool isDefault)
    {
        var (first, second) = (new Elsewhere(_folder.FullName), new Elsewhere(_folder.FullName));
        StoreFactories.Register(first);
        StoreFactories.Register(second, isDefault);

        await using var store = StoreFactories.Open("elsewhere:there");

        Assert.Equal((isDefault, !isDefault), (first.Asked is not null, second.Asked is not null));
    }

    private sealed class Elsewhere(string folder) : IStoreFactory
    {
        public IReadOnlyCollection<string> Schemes => ["elsewhere"];

        public (string Location, StoreOptions Options, TimeProvider Clock)? Asked { get; private set; }

        public IStore Open(string location, StoreOptions options, TimeProvider clock)
        {
            Asked = (location, options, clock);
            return SqliteStore.Open(Path.Combine(folder, "elsewhere"), options, clock);
        }
    }
}
