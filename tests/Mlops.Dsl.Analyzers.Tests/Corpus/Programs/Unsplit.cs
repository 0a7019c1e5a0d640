public sealed partial class TestPipeline
{
    [Source("houses.csv")]
    public partial FileArtifact HouseFile();

    [Stage]
    public Validated<House> Check(FileArtifact houseFile) => new Raw<House>(houseFile.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();
}
