using System.Collections.Immutable;

namespace Mlops.Dsl.Storage;

/// <summary>The kinds of stores that this process can open, by the scheme of a store's location. Safe for concurrent use.</summary>
public static class StoreFactories
{
    /// <summary>The scheme that plain paths belong to.</summary>
    public const string PathScheme = "file";

    private static ImmutableDictionary<string, IStoreFactory> _factories = ImmutableDictionary.Create<string, IStoreFactory>(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Makes a kind of stores known.</summary>
    /// <param name="factory">What opens them.</param>
    /// <param name="isDefault">Whether schemes that are registered already keep their factory; otherwise this one takes its place.</param>
    public static void Register(IStoreFactory factory, bool isDefault = false)
    {
        ArgumentNullException.ThrowIfNull(factory);
        ImmutableInterlocked.Update(
            ref _factories,
            static (known, added) =>
                known.SetItems(
                    added
                        .Factory.Schemes.Where(scheme => !(added.IsDefault && known.ContainsKey(scheme)))
                        .Select(scheme => KeyValuePair.Create(scheme, added.Factory))
                ),
            (Factory: factory, IsDefault: isDefault)
        );
    }

    /// <summary>Opens the store at a location with the factory that is registered for its scheme.</summary>
    /// <param name="location">A path, or a scheme, a colon and what the scheme's factory understands: <c>file:.mlops</c>.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="StoreException">No factory is registered for the scheme, or the store can't be opened. The message tells
    /// why.</exception>
    public static IStore Open(string location, StoreOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var factories = _factories;
        var scheme = FindScheme(location, factories) ?? PathScheme;
        return factories.TryGetValue(scheme, out var factory)
            ? factory.Open(location, options ?? new StoreOptions(), clock ?? TimeProvider.System)
            : throw new StoreException(StoreProblem.Missing, Explain(location, scheme, factories));
    }

    // A colon may stand in a file's name, and after a drive's letter: only a scheme that is known, or followed by "//", is one.
    private static string? FindScheme(string location, ImmutableDictionary<string, IStoreFactory> factories)
    {
        var colon = location.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !char.IsAsciiLetter(location[0]))
        {
            return null;
        }

        var scheme = location[..colon];
        return
            scheme.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '.' or '-')
            && (factories.ContainsKey(scheme) || location.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal))
            ? scheme
            : null;
    }

    private static string Quote(string scheme) => $"'{scheme}:'";

    private static string Explain(string location, string scheme, ImmutableDictionary<string, IStoreFactory> factories)
    {
        var known = factories.IsEmpty
            ? "no kind of store is registered"
            : $"what is registered is {string.Join(", ", factories.Keys.Order(StringComparer.Ordinal).Select(Quote))}";
        return string.Equals(scheme, PathScheme, StringComparison.OrdinalIgnoreCase)
            ? $"The store '{location}' can't be opened: nothing is registered that keeps a store in a folder; {known}. Call "
                + "SqliteStore.Register() when the program starts, or pass an open store."
            : $"The store '{location}' can't be opened: nothing is registered for '{scheme}:'; {known}. Register the factory of that kind "
                + "with StoreFactories.Register when the program starts, or name a folder.";
    }
}
