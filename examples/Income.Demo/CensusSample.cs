using System.Globalization;

namespace Income.Demo;

/// <summary>
/// Makes people up who resemble those of the census of 1994 in what decides about their income. The same seed gives the same people. The
/// population can have drifted: older, more of them self-employed, longer hours, and incomes that depend less on the marriage.
/// </summary>
internal sealed class CensusSample(int seed, bool hasDrifted = false)
{
    private readonly SampleRandom _random = new((ulong)seed);

    /// <summary>Makes people up.</summary>
    /// <param name="firstId">The number of the first.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<Applicant> Take(long firstId, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Next(firstId + i);
        }
    }

    /// <summary>Writes people as the file that the pipeline reads.</summary>
    public static void Write(TextWriter writer, IEnumerable<Applicant> people)
    {
        writer.Write("id,age,workclass,education-num,marital-status,occupation,capital-gain,hours-per-week,sex,label(IsOver50K)\n");
        foreach (var person in people)
        {
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{person.Id},{person.Age},{person.Workclass ?? "?"},{person.EducationYears},{person.MaritalStatus},"
                        + $"{person.Occupation ?? "?"},"
                )
            );
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{person.CapitalGain},{person.HoursPerWeek},{person.Sex},{(person.Over50K ? 1 : 0)}\n"
                )
            );
        }
    }

    private Applicant Next(long id)
    {
        var isMale = _random.Chance(0.6);
        var age = Between(17, 90, _random.Normal(hasDrifted ? 49 : 38, 13));
        var education = Between(1, 16, _random.Normal(10, 2.6));
        var isMarried = _random.Chance(age < 25 ? 0.12 : 0.55);
        var maritalStatus = isMarried
            ? "Married"
            : _random.Choose(("Never-married", age < 35 ? 70 : 25), ("Divorced", 25), ("Widowed", age > 60 ? 30 : 3));
        var workclass = _random.Choose<string?>(
            ("Private", hasDrifted ? 45 : 72),
            ("Self-employed", hasDrifted ? 35 : 11),
            ("Government", 13),
            (null, 6)
        );
        var occupation = workclass is null ? null : ChooseOccupation(education);
        var hours = Between(1, 99, _random.Normal(hasDrifted ? 46 : 40, 9));
        var capitalGain = _random.Chance(0.08) ? (int)(_random.Next() * 15_000) + 500 : 0;

        var merit =
            -9.2
            + (0.52 * education)
            + (
                hasDrifted ? 1.1
                : isMarried ? 2.6
                : 0
            )
            + (0.04 * (Math.Min(age, 55) - 38))
            + (0.045 * (hours - 40))
            + (capitalGain > 5_000 ? 4.5 : 0)
            + Bonus(occupation);
        var isOver50K = _random.Chance(Logistic(1.6 * merit));
        return new Applicant(
            id,
            age,
            workclass,
            education,
            maritalStatus,
            occupation,
            capitalGain,
            hours,
            isMale ? "Male" : "Female",
            isOver50K
        );
    }

    private string ChooseOccupation(int education) =>
        education >= 13
            ? _random.Choose(("Professional", 40), ("Managerial", 35), ("Sales", 15), ("Clerical", 10))
            : _random.Choose(("Craft", 25), ("Service", 22), ("Clerical", 20), ("Sales", 15), ("Transport", 10), ("Managerial", 8));

    private static double Bonus(string? occupation) =>
        occupation switch
        {
            "Managerial" => 1.2,
            "Professional" => 0.9,
            "Service" => -1.0,
            _ => 0,
        };

    // An S-shaped curve by arithmetic alone: a library's exponential may differ in the last digit from machine to machine.
    private static double Logistic(double x)
    {
        var unlikely = 0.5 / (1 + Math.Abs(x) + (x * x / 2));
        return x < 0 ? unlikely : 1 - unlikely;
    }

    private static int Between(int low, int high, double value) => Math.Clamp((int)Math.Round(value), low, high);
}
