public sealed partial class TestPipeline
{
    [Source("mail.tsv")]
    public partial FileArtifact MailFile();

    [Stage]
    public Validated<Mail> Mails(FileArtifact mailFile) => new Raw<Mail>(mailFile.ReadLines().Select(line => line.Split('\t')).Select(cells => new Mail(cells[0], cells[1]))).Validate();

    [Stage]
    public (TrainSet<Mail> Train, TestSet<Mail> Test) Split(Validated<Mail> mails) => mails.Split(0.8, seed: 5);
}

[Row]
public sealed partial record Mail([Required, Feature] string Subject, [Required, Label] string Topic);

public sealed record WordModel(Dictionary<string, List<string>> Words)
{
    public string Predict(IReadOnlyCollection<string> words) => Words.OrderBy(t => t.Key, StringComparer.Ordinal).MaxBy(t => words.Count(t.Value.Contains)).Key;

    public string Classify(string text) => Predict(text.Split(' '));

    public bool Knows(string topic) => Words.ContainsKey(topic);
}
