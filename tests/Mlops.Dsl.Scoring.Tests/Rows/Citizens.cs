using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Scoring.Tests;

internal enum Schooling
{
    None,
    School,
    College,
}

/// <summary>A census-like row, written as the generator would write it.</summary>
internal sealed record Citizen(
    int Age,
    string? Work,
    double? Hours,
    float Savings,
    bool Owner,
    Schooling Schooling,
    long Id,
    bool Rich,
    string Class,
    float Income,
    int Grade
) : IRow<Citizen>
{
    public static RowSchema<Citizen> Schema { get; } =
        new([
            .. CitizenView.Shared<Citizen>(static row => new CitizenView(
                row.Age,
                row.Work,
                row.Hours,
                row.Savings,
                row.Owner,
                row.Schooling,
                row.Id
            )),
            new RowColumn<Citizen, bool>("Rich", "bool", ColumnRole.None, static row => row.Rich) { Format = ParameterFormats.Boolean },
            new RowColumn<Citizen, string>("Class", "string", ColumnRole.None, static row => row.Class)
            {
                Format = ParameterFormats.String,
            },
            new RowColumn<Citizen, float>("Income", "float", ColumnRole.None, static row => row.Income)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Citizen> Codec => throw new NotSupportedException("No test stores citizens.");

    public static Citizen Create(RowValues values) => throw new NotSupportedException("No test makes citizens of cells.");
}

/// <summary>A citizen with one label: which one is the type argument.</summary>
internal sealed record Labelled<TLabel>(Citizen Citizen) : IRow<Labelled<TLabel>>
    where TLabel : ILabel
{
    public static RowSchema<Labelled<TLabel>> Schema { get; } =
        new([.. CitizenView.Shared<Labelled<TLabel>>(static row => CitizenView.From(row.Citizen)), TLabel.Column<TLabel>()]);

    public static Codec<Labelled<TLabel>> Codec => throw new NotSupportedException("No test stores citizens.");

    public static Labelled<TLabel> Create(RowValues values) => throw new NotSupportedException("No test makes citizens of cells.");
}

internal interface ILabel
{
    static abstract RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel;
}

internal sealed class RichLabel : ILabel
{
    public static RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel =>
        new RowColumn<Labelled<TSelf>, bool>("Rich", "bool", ColumnRole.Label, static row => row.Citizen.Rich)
        {
            Format = ParameterFormats.Boolean,
        };
}

internal sealed class ClassLabel : ILabel
{
    public static RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel =>
        new RowColumn<Labelled<TSelf>, string>("Class", "string", ColumnRole.Label, static row => row.Citizen.Class)
        {
            Format = ParameterFormats.String,
        };
}

internal sealed class SchoolingLabel : ILabel
{
    public static RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel =>
        new RowColumn<Labelled<TSelf>, Schooling>("Wisdom", "Schooling", ColumnRole.Label, static row => (Schooling)row.Citizen.Grade)
        {
            Format = ParameterFormats.Enum<Schooling>(),
        };
}

internal sealed class GradeLabel : ILabel
{
    public static RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel =>
        new RowColumn<Labelled<TSelf>, int>("Grade", "int", ColumnRole.Label, static row => row.Citizen.Grade)
        {
            Format = ParameterFormats.Int32,
        };
}

internal sealed class IncomeLabel : ILabel
{
    public static RowColumn<Labelled<TSelf>> Column<TSelf>()
        where TSelf : ILabel =>
        new RowColumn<Labelled<TSelf>, float>("Income", "float", ColumnRole.Label, static row => row.Citizen.Income)
        {
            Format = ParameterFormats.Single,
        };
}

/// <summary>What a model sees of a citizen.</summary>
internal sealed record CitizenView(int Age, string? Work, double? Hours, float Savings, bool Owner, Schooling Schooling, long Id)
    : IRowView<Citizen, CitizenView>,
        IRowView<Labelled<RichLabel>, CitizenView>,
        IRowView<Labelled<ClassLabel>, CitizenView>,
        IRowView<Labelled<SchoolingLabel>, CitizenView>,
        IRowView<Labelled<GradeLabel>, CitizenView>,
        IRowView<Labelled<IncomeLabel>, CitizenView>
{
    public static RowSchema<CitizenView> Schema { get; } = new([.. Shared<CitizenView>(static row => row)]);

    public static Codec<CitizenView> Codec { get; } = new NamedCodec<CitizenView>("row(Age:int32)");

    public static CitizenView Create(RowValues values) =>
        new(
            values.Get<int>(0),
            values.Get<string?>(1),
            values.Get<double?>(2),
            values.Get<float>(3),
            values.Get<bool>(4),
            values.Get<Schooling>(5),
            values.Get<long>(6)
        );

    public static CitizenView From(Citizen row) => new(row.Age, row.Work, row.Hours, row.Savings, row.Owner, row.Schooling, row.Id);

    public static CitizenView From(Labelled<RichLabel> row) => From(row.Citizen);

    public static CitizenView From(Labelled<ClassLabel> row) => From(row.Citizen);

    public static CitizenView From(Labelled<SchoolingLabel> row) => From(row.Citizen);

    public static CitizenView From(Labelled<GradeLabel> row) => From(row.Citizen);

    public static CitizenView From(Labelled<IncomeLabel> row) => From(row.Citizen);

    public static IEnumerable<RowColumn<TRow>> Shared<TRow>(Func<TRow, CitizenView> of) =>
        [
            new RowColumn<TRow, int>("Age", "int", ColumnRole.Feature, row => of(row).Age) { Format = ParameterFormats.Int32 },
            new RowColumn<TRow, string?>("Work", "string?", ColumnRole.Feature, row => of(row).Work) { Format = ParameterFormats.String! },
            new RowColumn<TRow, double?>("Hours", "double?", ColumnRole.Feature, row => of(row).Hours)
            {
                Format = ParameterFormats.Nullable(ParameterFormats.Double),
            },
            new RowColumn<TRow, float>("Savings", "float", ColumnRole.Feature, row => of(row).Savings) { Format = ParameterFormats.Single },
            new RowColumn<TRow, bool>("Owner", "bool", ColumnRole.Feature, row => of(row).Owner) { Format = ParameterFormats.Boolean },
            new RowColumn<TRow, Schooling>("Schooling", "Schooling", ColumnRole.Feature, row => of(row).Schooling)
            {
                Format = ParameterFormats.Enum<Schooling>(),
            },
            new RowColumn<TRow, long>("Id", "long", ColumnRole.Key, row => of(row).Id) { Format = ParameterFormats.Int64 },
        ];
}

/// <summary>A codec that only says what it is.</summary>
internal sealed class NamedCodec<T>(string schema) : Codec<T>
{
    public override string Schema => schema;

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, T value) => throw new NotSupportedException("No test stores rows.");

    public override T Read(ArtifactReader reader) => throw new NotSupportedException("No test stores rows.");
}

internal static class Census
{
    private static readonly string?[] Works = ["private", "state", null, "öffentlich", "self"];

    /// <summary>The same citizens at every call.</summary>
    public static List<Citizen> Citizens(int count = 400)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, count).Select(id => Next(random, id))];
    }

    public static TrainSet<Labelled<TLabel>> Train<TLabel>(int count = 400)
        where TLabel : ILabel => UnitTestDatasets.TrainSet(Citizens(count).Select(static citizen => new Labelled<TLabel>(citizen)));

    public static CitizenView[] Views(int count = 400) => [.. Citizens(count).Select(CitizenView.From)];

    private static Citizen Next(Random random, int id)
    {
        var age = random.Next(17, 90);
        var work = Works[random.Next(Works.Length)];
        double? hours = random.Next(8) == 0 ? null : random.Next(99);
        var savings = random.NextSingle() * 1000;
        var owner = random.Next(2) == 0;
        var schooling = (Schooling)random.Next(3);
        var wealth =
            age + (hours ?? 40) + (savings / 20) + (owner ? 20 : 0) + (work == "state" ? 15 : 0) + (20 * (int)schooling) + random.Next(10);
        var rank =
            wealth < 110 ? 0
            : wealth < 170 ? 1
            : 2;
        return new Citizen(
            age,
            work,
            hours,
            savings,
            owner,
            schooling,
            id,
            wealth > 140,
            new[] { "low", "middle", "höher" }[rank],
            (float)(wealth * 300),
            rank
        );
    }
}
