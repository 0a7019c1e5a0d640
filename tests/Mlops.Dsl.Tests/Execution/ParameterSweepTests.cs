using System.Globalization;
using System.Text;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Tests.Execution;

/// <summary>Any text is refused, or is a value that has one text, which is that value again: that text stands in cache keys.</summary>
public sealed class ParameterSweepTests
{
    private const string Letters = "0123456789+-.,:;/\\eExXTZ_ \t\n\"'[]{}()%&=#@\0nNaAfFiIyY\u00a0\u0660\u2212\ud83d\ude00\ud800ß";

    [Flags]
    private enum Parts
    {
        None = 0,
        Head = 1,
        Tail = 2,
    }

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public void Every_text_that_is_read_has_one_form_that_reads_back()
    {
        foreach (var seed in Sweep.Seeds(300))
        {
            Check(ParameterFormats.Boolean, seed);
            Check(ParameterFormats.Char, seed);
            Check(ParameterFormats.SByte, seed);
            Check(ParameterFormats.Int32, seed);
            Check(ParameterFormats.UInt64, seed);
            Check(ParameterFormats.Int128, seed);
            Check(ParameterFormats.BigInteger, seed);
            Check(ParameterFormats.Half, seed);
            Check(ParameterFormats.Single, seed);
            Check(ParameterFormats.Double, seed);
            Check(ParameterFormats.Decimal, seed);
            Check(ParameterFormats.Guid, seed);
            Check(ParameterFormats.DateTime, seed);
            Check(ParameterFormats.DateTimeOffset, seed);
            Check(ParameterFormats.DateOnly, seed);
            Check(ParameterFormats.TimeOnly, seed);
            Check(ParameterFormats.TimeSpan, seed);
            Check(ParameterFormats.Uri, seed);
            Check(ParameterFormats.String, seed);
            Check(ParameterFormats.Enum<Parts>(), seed);
            Check(ParameterFormats.Nullable(ParameterFormats.Int32), seed);
            Check(ParameterFormats.Array(ParameterFormats.String), seed);
            Check(ParameterFormats.List(ParameterFormats.Double), seed);
        }
    }

    private static void Check<T>(ParameterFormat<T> format, int seed)
    {
        var random = new Random(seed);
        var text = Invent(random);
        try
        {
            if (!format.TryParse(text, out var value) || format.Format(value) is not { } written)
            {
                return;
            }

            Assert.True(format.TryParse(written, out var back), $"what is written does not read back: {written}");
            Assert.Equal(written, format.Format(back));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"seed {seed}, {typeof(T)}, {Convert.ToHexString(Encoding.Unicode.GetBytes(text))} '{text}': {exception.Message}",
                exception
            );
        }
    }

    /// <summary>Nonsense, or something that is nearly a value.</summary>
    private static string Invent(Random random)
    {
        var text = new StringBuilder(
            random.Next(6) switch
            {
                0 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
                1 => BitConverter.Int64BitsToDouble(random.NextInt64()).ToString("R", CultureInfo.InvariantCulture),
                2 => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
                3 => new TimeSpan(random.NextInt64()).ToString(),
                4 => random.GetItems(
                    ["true", "None", "Head, Tail", "null", "NaN", "-Infinity", "1e999", "[1,2]", "a;b", "https://e.org/ä", ""],
                    1
                )[0],
                _ => "",
            }
        );
        for (var count = random.Next(5); count > 0; count--)
        {
            if (random.Next(3) == 0 && text.Length > 0)
            {
                text.Remove(random.Next(text.Length), 1);
            }
            else
            {
                text.Insert(random.Next(text.Length + 1), Letters[random.Next(Letters.Length)]);
            }
        }

        return text.ToString();
    }
}
