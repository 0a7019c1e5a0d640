namespace TemplateClass;

/// <summary>The mean flower of each kind: a prediction is the kind of the nearest.</summary>
public sealed record CentroidModel(IReadOnlyList<Centroid> Centroids)
{
    public string Predict(Flower flower) =>
        Centroids
            .MinBy(centroid => Math.Pow(centroid.Length - flower.PetalLength, 2) + Math.Pow(centroid.Width - flower.PetalWidth, 2))!
            .Kind;
}

/// <summary>The mean petal of one kind, in millimetres.</summary>
public sealed record Centroid(string Kind, double Length, double Width);
