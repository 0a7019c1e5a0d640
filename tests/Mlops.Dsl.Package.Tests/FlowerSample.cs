using System.Globalization;

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// Makes up the flowers that the template's project learns from: the same seed gives the same flowers, by the generator SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// </summary>
internal sealed class FlowerSample(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The file of the template.</summary>
    public static string File() => Csv(new FlowerSample(1).Take(600));

    /// <summary>Flowers as a file to learn from.</summary>
    public static string Csv(IEnumerable<SampleFlower> flowers) =>
        "petal-length,petal-width,colour,is-poppy\n"
        + string.Concat(
            flowers.Select(static flower =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{flower.Length:0.0},{flower.Width:0.0},{flower.Colour},{(flower.IsPoppy ? "yes" : "no")}\n"
                )
            )
        );

    /// <summary>Makes flowers up: poppies and daisies, in millimetres.</summary>
    public IEnumerable<SampleFlower> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var isPoppy = Below(2) == 1;
            var length = isPoppy ? 200 + Below(180) + Below(180) : 100 + Below(140) + Below(140);
            var width = isPoppy ? 60 + Below(150) + Below(150) : 30 + Below(100) + Below(100);
            var colour = Below(10) switch
            {
                < 6 => isPoppy ? "red" : "white",
                < 9 => isPoppy ? "white" : "yellow",
                _ => null,
            };
            yield return new SampleFlower(length / 10.0, width / 10.0, colour, isPoppy);
        }
    }

    private int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }
}

/// <summary>A flower that was made up.</summary>
internal sealed record SampleFlower(double Length, double Width, string? Colour, bool IsPoppy)
{
    /// <summary>The flower as a request.</summary>
    public string Json() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"PetalLength": {{Length}}, "PetalWidth": {{Width}}, "Colour": {{(Colour is null ? "null" : $"\"{Colour}\"")}}}"""
        );
}
