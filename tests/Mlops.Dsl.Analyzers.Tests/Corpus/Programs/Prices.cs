public sealed partial class TestPipeline
{
    [Source("sales.csv")]
    public partial FileArtifact SalesFile();

    [Stage]
    public Raw<Sale> Sales(FileArtifact salesFile) => new(
        salesFile.ReadLines().Select(line => line.Split(',')).Select(cells => new Sale(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture))));
}

[Row]
public sealed partial record Sale([Required] string Town, [Range(1.0, 1e7)] double Price);
