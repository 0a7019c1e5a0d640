public sealed partial class TestPipeline
{
    [Source("requests.csv")]
    public partial FileArtifact RequestFile();

    [Source("payments.csv")]
    public partial FileArtifact PaymentFile();

    [Stage]
    public Validated<Request> Requests(FileArtifact requestFile) =>
        new Raw<Request>(requestFile.ReadLines().Select(line => line.Split(',')).Select(c => new Request(c[0], c[1], c[2] == "1"))).Validate();

    [Stage]
    public Validated<Payment> Payments(FileArtifact paymentFile) =>
        new Raw<Payment>(paymentFile.ReadLines().Select(line => line.Split(',')).Select(c => new Payment(c[0], double.Parse(c[1], CultureInfo.InvariantCulture)))).Validate();

    [Stage]
    public (TrainSet<Loan> Train, TestSet<Loan> Test) Split(Validated<Loan> loans) => loans.Split(0.8, seed: 4);

    [Stage]
    public double Limit(TrainSet<Loan> train) => train.Where(loan => loan.Repaid).Select(loan => loan.Paid).DefaultIfEmpty(0).Average() / 2;

    [Stage]
    public double Accuracy(double limit, TestSet<Loan> test) => test.Average(loan => (loan.Paid >= limit) == loan.Repaid ? 1.0 : 0.0);
}

[Row]
public sealed partial record Request([RowKey] string Id, [Required] string Person, bool Repaid);

[Row]
public sealed partial record Payment([Required] string Person, [Range(0.0, 1e6)] double Amount);

[Row]
public sealed partial record Loan([RowKey] string Id, [Range(0.0, 1e9), Feature] double Paid, [Label] bool Repaid);
