using System.Globalization;

/// <summary>
/// How much a test does that invents its cases at random. Usually little; <c>dotnet run build.cs sweep fuzz 100</c> sets <c>MLOPS_SWEEP</c>
/// to 100, which makes it a hundred times as much. <c>MLOPS_SWEEP_SEED</c> begins elsewhere; every case is told by its seed.
/// </summary>
#pragma warning disable CA1050, MA0047 // Shared by all test programs, whatever their namespaces.
internal static class Sweep
#pragma warning restore CA1050, MA0047
{
    /// <summary>The trait by which these tests are found.</summary>
    public const string Trait = "kind";

    /// <summary>The trait's value.</summary>
    public const string Kind = "sweep";

    /// <summary>The trait's value for tests of minutes, which an ordinary run leaves out: <c>dotnet run build.cs sweep long</c>.</summary>
    public const string Long = "long";

    /// <summary>Whether more is asked for than an ordinary run does.</summary>
    public static bool IsLarge => Factor > 1;

    private static int Factor => Read("MLOPS_SWEEP", 1);

    /// <summary>The seeds of the cases to run.</summary>
    /// <param name="usual">How many there are in an ordinary run.</param>
    public static IEnumerable<int> Seeds(int usual) => Enumerable.Range(Read("MLOPS_SWEEP_SEED", 1), usual * Factor);

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
