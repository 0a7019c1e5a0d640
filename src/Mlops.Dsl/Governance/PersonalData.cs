using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// The declared transformations of personal data: what they return may go where a <see cref="PiiAttribute">[Pii]</see> column may not.
/// </summary>
public static class PersonalData
{
    /// <summary>
    /// The fewest bytes (in UTF-8) that a key may have: 16, or the security of HMAC-SHA256 suffers (RFC 2104, section 3; NIST SP 800-107,
    /// 5.3.4).
    /// </summary>
    public const int MinimumKeyBytes = 16;

    /// <summary>
    /// A pseudonym: HMAC-SHA256 (RFC 2104) of the text in UTF-8, as 64 lower-case hexadecimal digits. Equal values get equal pseudonyms, so
    /// that rows can still be joined and grouped; without the key nobody can try out names or numbers. Whoever has the key can: by law a
    /// pseudonym may still be personal data.
    /// </summary>
    /// <param name="value">The value; null stays null.</param>
    /// <param name="key">
    /// The key, from a <see cref="SecretAttribute">[Secret]</see> property. Secrets are in no cache key: after a change of the key, run the
    /// stages that use it anew (<c>run --no-cache</c>), or mark them <see cref="NoCacheAttribute">[NoCache]</see>.
    /// </param>
    /// <exception cref="ArgumentException">The key is shorter than <see cref="MinimumKeyBytes"/>.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Hash(string? value, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var secret = Encoding.UTF8.GetBytes(key);
        if (secret.Length < MinimumKeyBytes)
        {
            throw new ArgumentException(
                $"The key has {secret.Length} bytes; at least {MinimumKeyBytes} are needed, or it can be guessed. Make one with 'openssl "
                    + $"rand -hex 32'.",
                nameof(key)
            );
        }

        return value is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(value)));
    }

    /// <summary>
    /// A pseudonym of a value that is no text, such as a customer number or a date: <see cref="Hash(string?, string)"/> of its invariant
    /// text.
    /// </summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <inheritdoc cref="Hash(string?, string)" path="/param|/exception" />
    public static string Hash<T>(T value, string key)
        where T : IFormattable
    {
        ArgumentNullException.ThrowIfNull(value);
        return Hash(
            value.ToString(value is DateTime or DateTimeOffset or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture),
            key
        );
    }

    /// <summary>
    /// The text with every character but the last few replaced by an asterisk: <c>Mask("DE8937040044", 4)</c> is <c>********0044</c>.
    /// </summary>
    /// <param name="value">The text; null stays null.</param>
    /// <param name="visible">How many characters at the end stay: 0 or more, and never more than half of them, so that short texts are not
    /// shown whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="visible"/> is negative.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Mask(string? value, int visible = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visible);
        if (value is null)
        {
            return null;
        }

        // Text elements, so that no character is cut in halves.
        var characters = StringInfo.ParseCombiningCharacters(value);
        var hidden = characters.Length - Math.Min(visible, characters.Length / 2);
        return hidden == 0 ? "" : new string('*', hidden) + (hidden == characters.Length ? "" : value[characters[hidden]..]);
    }

    /// <summary>Nothing: the default of the type (null, or 0 of a number). Says in code that the value is left out on purpose.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    [SuppressMessage(
        "Style",
        "IDE0060:Remove unused parameter",
        Justification = "What is dropped stands in the code, for the reader and the compiler."
    )]
    public static T? Drop<T>(T value) => default;
}
