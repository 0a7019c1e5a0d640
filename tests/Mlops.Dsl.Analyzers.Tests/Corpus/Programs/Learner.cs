public static class Learner
{
    public static PriceModel Learn(IReadOnlyList<double[]> features, IReadOnlyList<double> labels) => new(features.Average(f => f[0]), labels.Average());

    public static PriceModel LearnBags(IReadOnlyList<IReadOnlyDictionary<string, double>> features, IReadOnlyList<double> labels) => new(features.Average(f => f.Values.Sum()), labels.Average());
}
