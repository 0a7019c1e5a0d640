using ApiDocs.Features;

namespace ApiDocs.Learning;

/// <summary>The naive Bayes baseline: n-gram counts and a linear classifier.</summary>
/// <param name="Bits">Base-2 logarithm of the number of n-gram buckets.</param>
/// <param name="Classifier">Turns counts into areas.</param>
public sealed record NaiveBayesModel(int Bits, LinearClassifier Classifier)
{
    /// <summary>The most probable area of each summary.</summary>
    public string[] Predict(IEnumerable<string> summaries) => Classifier.Predict(TermCounts.Of(summaries, Bits));
}

/// <summary>The baseline that reads nothing: it always answers the area that is the most frequent in the training set.</summary>
public sealed record MajorityModel(string Area)
{
    /// <summary>The one area for each summary.</summary>
    public string[] Predict(IEnumerable<string> summaries) => [.. summaries.Select(_ => Area)];
}
