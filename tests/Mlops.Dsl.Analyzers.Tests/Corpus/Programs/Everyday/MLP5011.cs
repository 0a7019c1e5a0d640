//# clean: both licences are given by constants, and a third source feeds a report alone
[Pipeline("prices", Owner = Team)]
public sealed partial class PricesPipeline
{
    private const string Team = "pricing";
    private const string Own = "LicenseRef-internal";

    [Source("houses.csv", Licence = Own)]
    public partial FileArtifact Table();

    [Source("notes.txt")]
    public partial FileArtifact Notes();

    [Stage]
    public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

    [Stage]
    public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

    [Stage]
    public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

    [Stage]
    public int Lines(FileArtifact notes) => notes.ReadLines().Count();

    [Gate]
    public GateResult Good(PriceModel learn, TestSet<House> test) => GateResult.AtMost(test.Average(h => Math.Abs(learn.Predict(h) - h.Price)), 20_000);

    [Publish("price", Purpose = "offers"), When(nameof(Good))]
    public PriceModel Release(PriceModel learn) => learn;
}

//## .editorconfig
[*.cs]
mlops_dsl.require_owner = true
mlops_dsl.require_purpose = true
mlops_dsl.require_licence = true
