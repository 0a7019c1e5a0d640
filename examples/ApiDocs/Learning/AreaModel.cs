using ApiDocs.Features;

namespace ApiDocs.Learning;

/// <summary>Predicts the area of a member from its summary: the text's n-grams, their weights, a linear classifier.</summary>
/// <param name="Features">Turns summaries into rows.</param>
/// <param name="Classifier">Turns rows into areas.</param>
public sealed record AreaModel(TfIdf Features, LinearClassifier Classifier)
{
    /// <summary>The most probable area of each summary.</summary>
    public string[] Predict(IEnumerable<string> summaries) => Classifier.Predict(Features.Transform(summaries));

    /// <summary>The probability of every area for one summary, the most probable first.</summary>
    public AreaScore[] Score(string summary)
    {
        var scores = new float[Classifier.Labels.Length];
        Classifier.Score(Features.Transform([summary])[0], scores);
        Softmax.Apply(scores);
        return
        [
            .. Classifier
                .Labels.Zip(scores, static (area, probability) => new AreaScore(area, probability))
                .OrderByDescending(static score => score.Probability),
        ];
    }
}

/// <summary>How probable an area is.</summary>
/// <param name="Area">The area.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
public sealed record AreaScore(string Area, float Probability);
