namespace Mlops.Dsl.Data.Tests;

/// <summary>What a client sends: a view of <see cref="Person"/> without id and label, as the generator writes it.</summary>
internal sealed record Visitor(int Age, double? Hours, string Sex, string? WorkClass) : IRowView<Person, Visitor>
{
    public static RowSchema<Visitor> Schema { get; } =
        new([
            new RowColumn<Visitor, int>("Age", "int", ColumnRole.Feature, static row => row.Age),
            new RowColumn<Visitor, double?>("Hours", "double?", ColumnRole.Feature, static row => row.Hours),
            new RowColumn<Visitor, string>("Sex", "string", ColumnRole.None, static row => row.Sex),
            new RowColumn<Visitor, string?>("WorkClass", "string?", ColumnRole.Feature, static row => row.WorkClass),
        ]);

    public static Serialization.Codec<Visitor> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Visitor Create(RowValues values) => throw new NotSupportedException("No test of this project reads views.");

    public static Visitor From(Person row) => new(row.Age, row.Hours, row.Sex, row.Work_Class);
}

/// <summary>Rows of a population that a test describes.</summary>
internal static class People
{
    private static readonly string[] Classes = ["Private", "State-gov", "Self-emp"];

    public static List<Person> Make(int count, int seed, int ageShift = 0, int missingHours = 10, int newClasses = 0)
    {
        var random = new Lcg(seed);
        var people = new List<Person>(count);
        for (var i = 0; i < count; i++)
        {
            var age = 17 + ageShift + random.Next(40) + random.Next(30);
            double? hours = random.Next(100) < missingHours ? null : 20 + random.Next(40);
            var work = random.Next(100) < newClasses ? "Robot" : Classes[Math.Min(random.Next(3), random.Next(3))];
            people.Add(
                new Person(i, age, hours, random.Next(3) == 0 ? "Female" : "Male", work, Work.Office, random.Next(4) == 0, $"Name {i}")
            );
        }

        return people;
    }
}
