/// <summary>A call at a hotline.</summary>
[Row]
public sealed partial record Ring([Group, Required] string Caller, [Range(0, 3600), Feature] double Seconds, [Label] bool Complaint);

public sealed partial class TestPipeline
{
    [Source("rings.csv")]
    public partial FileArtifact RingFile();

    [Stage]
    public Validated<Ring> Rings(FileArtifact ringFile) => new Raw<Ring>(ringFile.ReadLines().Select(line => new Ring(line, line.Length, line.Contains('!')))).Validate();

    [Stage]
    public int Rest(TrainSet<Ring> train, TestSet<Ring> test) => train.Count - test.Count;
}
