//# clean: owner, purpose, review, licence and gates are all there
[Pipeline("prices", Owner = "pricing")]
public sealed partial class PricesPipeline
{
    private const string What = "offers to sellers";

    [Source("houses.csv", Licence = "CC-BY-4.0")]
    public partial FileArtifact Table();

    [Stage]
    public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

    [Stage]
    public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

    [Stage]
    public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

    [Gate]
    public GateResult Fair(PriceModel learn, TestSet<House> test) => GateResult.AtMost(test.Max(h => Math.Abs(learn.Predict(h) - h.Price)), 200_000);

    [Publish("price", Purpose = What), RequiresReview, When(nameof(Fair))]
    public PriceModel Release(PriceModel learn) => learn;
}

//## build properties
MlopsDslRequireOwner = true
MlopsDslRequireReview = true
MlopsDslRequirePurpose = true
MlopsDslRequireLicence = true
MlopsDslRequiredGates = fair
