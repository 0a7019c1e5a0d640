global using Mlops.Dsl;
global using System.ComponentModel.DataAnnotations;
global using System.Globalization;
global using System.Net.Http;
global using Microsoft.Extensions.Logging;

/// <summary>A house that was sold.</summary>
[Row]
public sealed partial record House(
    [Required] string Id, [Range(10.0, 2000.0), Feature] double Area, [Range(1.0, 50.0), Feature] double Rooms, [Range(0.0, 1e8), Label] double Price);

/// <summary>Price = slope · area + offset.</summary>
public sealed record PriceModel(double Slope, double Offset)
{
    public double Predict(House house) => (Slope * house.Area) + Offset;

    public static PriceModel Fit(IReadOnlyList<House> houses)
    {
        var (x, y) = (houses.Average(h => h.Area), houses.Average(h => h.Price));
        var slope = houses.Sum(h => (h.Area - x) * (h.Price - y)) / houses.Sum(h => (h.Area - x) * (h.Area - x));
        return new PriceModel(slope, y - (slope * x));
    }
}
