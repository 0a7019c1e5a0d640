//# fault: a number of another type
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Accuracy))]
    public partial float {|MLP8014:Accuracy|}();

    [Stage]
    public float Errors(float accuracy) => 1 - accuracy;
}

//# fault: the whole split, where each set is an artifact
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Split))]
    public partial (TrainSet<Applicant> Train, TestSet<Applicant> Test) {|MLP8014:Sets|}();

    [Stage]
    public int Rows(TrainSet<Applicant> train, TestSet<Applicant> test) => train.Count + test.Count;
}

//# fault: the entry's name in the store
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), "income")]
    public partial Model<Application, IncomeScore> {|MLP8014:Champion|}();

    [Stage]
    public int Size(Model<Application, IncomeScore> champion) => champion.Onnx.Length;
}

//# fault: the file that the pipeline read
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Table))]
    public partial FileArtifact {|MLP8014:Learned|}();

    [Stage]
    public int Lines(FileArtifact learned) => learned.ReadLines().Count();
}

//# fault: an alias that no version can have
//## share Applicants.cs
//## Watch.cs
[Pipeline("income-review")]
public sealed partial class IncomeReview
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Accuracy), Alias = "Champion")]
    public partial double {|MLP8014:Accuracy|}();

    [Stage]
    public double Errors(double accuracy) => 1 - accuracy;
}

//# fault: a pipeline that publishes two things since last week
//## share Houses.cs
//## share Trained.cs
[Publish("prices"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-errors"), When(nameof(Accurate))]
public double ReleaseError(double error) => error;

//## Watch.cs
[Pipeline("price-watch")]
public sealed partial class PriceWatch
{
    [FromPublished(typeof(TestPipeline), nameof(TestPipeline.Error))]
    public partial double {|MLP8014:Error|}();

    [Stage]
    public double Twice(double error) => 2 * error;
}

//# clean: one of two publications, an element of a tuple, what was published itself
//## share Houses.cs
//## share Trained.cs
[Publish("prices"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-errors"), When(nameof(Accurate))]
public double ReleaseError(double error) => error;

//## Watch.cs
[Pipeline("price-watch")]
public sealed partial class PriceWatch
{
    [FromPublished(typeof(TestPipeline), nameof(TestPipeline.Error), Publication = nameof(TestPipeline.Release))]
    public partial double Error();

    [FromPublished(typeof(TestPipeline), "Test", Publication = nameof(TestPipeline.Release), Alias = "challenger")]
    public partial TestSet<House> HeldOut();

    [FromPublished(typeof(TestPipeline), nameof(TestPipeline.Release), Publication = nameof(TestPipeline.Release))]
    public partial PriceModel Champion();

    [Stage]
    public double Worse(double error, TestSet<House> heldOut, PriceModel champion) =>
        heldOut.Average(house => Math.Abs(champion.Predict(house) - house.Price)) - error;
}
