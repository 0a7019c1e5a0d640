namespace Mlops.Dsl.Storage.Sqlite;

/// <summary>What a person is told who waits for a store.</summary>
internal static class StoreWaits
{
    public static string Collecting(string store, TimeSpan timeout) =>
        $"The store at '{store}' is locked by a 'gc'; waiting up to {InSeconds(timeout)} for it to end.";

    public static string Busy(string store, TimeSpan timeout) =>
        $"The store at '{store}' is locked by another process that opens or sweeps it; waiting up to {InSeconds(timeout)} for that to end.";

    private static string InSeconds(TimeSpan time) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
