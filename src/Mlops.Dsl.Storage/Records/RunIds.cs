using System.Globalization;
using System.Security.Cryptography;

namespace Mlops.Dsl.Storage;

/// <summary>Makes run ids: they sort by time, are short, and can be typed.</summary>
public static class RunIds
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Makes an id such as <c>20261121-143055-k3f9</c>.</summary>
    /// <param name="now">The time, of which the UTC second counts.</param>
    public static string Create(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetString(Alphabet, 4)}");
}
