/// <summary>A person who asked for a loan, with what the bank must not decide by.</summary>
[Row]
public sealed partial record Applicant(
    [Required, Protected] string Gender, [Range(18, 110), Protected] int Age, [Range(0.0, 1e7), Feature] double Income, [Range(0.0, 1e7), Feature] double Debt, [Label] bool Repaid);

public sealed partial class TestPipeline
{
    [Source("applicants.csv")]
    public partial FileArtifact ApplicantFile();

    [Stage]
    public Validated<Applicant> Applicants(FileArtifact applicantFile) => new Raw<Applicant>(
        from line in applicantFile.ReadLines()
        let cells = line.Split(',')
        select new Applicant(
            cells[0],
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            double.Parse(cells[2], CultureInfo.InvariantCulture),
            double.Parse(cells[3], CultureInfo.InvariantCulture),
            cells[4] == "yes")).Validate();

    [Stage]
    public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> applicants) => applicants.Split(0.8, seed: 42);
}
