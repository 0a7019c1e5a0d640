public sealed partial class TestPipeline
{
    [Source("houses.csv")]
    public partial FileArtifact HouseFile();

    [Stage]
    public Raw<House> Parse(FileArtifact houseFile) => new(
        from line in houseFile.ReadLines()
        let cells = line.Split(',')
        select new House(
            cells[0],
            double.Parse(cells[1], CultureInfo.InvariantCulture),
            double.Parse(cells[2], CultureInfo.InvariantCulture),
            double.Parse(cells[3], CultureInfo.InvariantCulture)));

    [Stage]
    public Validated<House> Check(Raw<House> parse) => parse.Validate();

    [Stage]
    public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);
}
