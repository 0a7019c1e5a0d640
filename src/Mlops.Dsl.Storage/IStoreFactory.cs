namespace Mlops.Dsl.Storage;

/// <summary>Opens stores of one kind. <see cref="StoreFactories.Register"/> makes it known.</summary>
public interface IStoreFactory
{
    /// <summary>
    /// The schemes of the locations that it opens, in lower case and without the colon: <c>postgres</c> for
    /// <c>postgres://host/name</c>. Who has <c>file</c> also gets plain paths.
    /// </summary>
    IReadOnlyCollection<string> Schemes { get; }

    /// <summary>Opens the store at a location, and makes one where there is none.</summary>
    /// <param name="location">The location as it was given, its scheme included.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="clock">The clock of what it records.</param>
    /// <exception cref="StoreException">It can't be opened. The message is for people.</exception>
    IStore Open(string location, StoreOptions options, TimeProvider clock);
}
