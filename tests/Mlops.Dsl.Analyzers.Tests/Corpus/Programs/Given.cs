public sealed partial class TestPipeline
{
    [Source("train.csv")]
    public partial FileArtifact TrainFile();

    [Source("test.csv")]
    public partial FileArtifact TestFile();

    [Stage]
    public Validated<House> Older(FileArtifact trainFile) => Read(trainFile).Validate();

    [Stage]
    public Validated<House> Newer(FileArtifact testFile) => Read(testFile).Validate();

    private static Raw<House> Read(FileArtifact file) => new(file.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));
}
