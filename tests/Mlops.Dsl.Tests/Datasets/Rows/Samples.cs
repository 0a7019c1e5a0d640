using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Datasets.Rows;

/// <summary>A row as the generator completes one, written by hand: this project has no generator.</summary>
internal sealed record Applicant(
    long Id,
    int Age,
    double? Income,
    DayOfWeek? Day,
    string? Workclass,
    string Name,
    bool IsOwner,
    bool Over50K
) : IRow<Applicant>
{
    public int Months => Age * 12;

    public static RowSchema<Applicant> Schema { get; } =
        new([
            new RowColumn<Applicant, long>("Id", "long", ColumnRole.Key, static row => row.Id) { Format = ParameterFormats.Int64 },
            new RowColumn<Applicant, int>("Age", "int", ColumnRole.Feature, static row => row.Age, new RangeConstraint<int>(17, 120))
            {
                Format = ParameterFormats.Int32,
            },
            new RowColumn<Applicant, double?>("Income", "double?", ColumnRole.Feature, static row => row.Income)
            {
                Format = ParameterFormats.Nullable(ParameterFormats.Double),
            },
            new RowColumn<Applicant, DayOfWeek?>("Day", "DayOfWeek?", ColumnRole.Feature, static row => row.Day)
            {
                Format = ParameterFormats.Nullable(ParameterFormats.Enum<DayOfWeek>()),
            },
            new RowColumn<Applicant, string?>("Workclass", "string?", ColumnRole.Feature, static row => row.Workclass)
            {
                Format = ParameterFormats.String!,
            },
            new RowColumn<Applicant, string>("Name", "string", ColumnRole.None, static row => row.Name)
            {
                Format = ParameterFormats.String,
                IsPersonal = true,
            },
            new RowColumn<Applicant, bool>("IsOwner", "bool", ColumnRole.Feature, static row => row.IsOwner)
            {
                Format = ParameterFormats.Boolean,
            },
            new RowColumn<Applicant, bool>("Over50K", "bool", ColumnRole.Label, static row => row.Over50K)
            {
                Format = ParameterFormats.Boolean,
            },
            new RowColumn<Applicant, int>("Months", "int", ColumnRole.Feature, static row => row.Months)
            {
                Format = ParameterFormats.Int32,
                IsComputed = true,
            },
        ]);

    public static Codec<Applicant> Codec => throw new NotSupportedException();

    public static Applicant Create(RowValues values) =>
        new(
            values.Get<long>(0),
            values.Get<int>(1),
            values.Get<double?>(2),
            values.Get<DayOfWeek?>(3),
            values.Get<string?>(4),
            values.Get<string>(5),
            values.Get<bool>(6),
            values.Get<bool>(7)
        );
}

/// <summary>A view of it.</summary>
internal sealed record Application(int Age, double? Income) : IRowView<Applicant, Application>
{
    public static RowSchema<Application> Schema { get; } =
        new([
            new RowColumn<Application, int>("Age", "int", ColumnRole.Feature, static row => row.Age, new RangeConstraint<int>(17, 120))
            {
                Format = ParameterFormats.Int32,
            },
            new RowColumn<Application, double?>("Income", "double?", ColumnRole.Feature, static row => row.Income)
            {
                Format = ParameterFormats.Nullable(ParameterFormats.Double),
            },
        ]);

    public static Codec<Application> Codec => throw new NotSupportedException();

    public static Application Create(RowValues values) => new(values.Get<int>(0), values.Get<double?>(1));

    public static Application From(Applicant row) => new(row.Age, row.Income);
}

/// <summary>One column of each type that there is a number or text for, and one of a type that has none.</summary>
internal sealed record Typed<T>(T Value) : IRow<Typed<T>>
{
    public static ParameterFormat<T>? Format { get; set; }

    public static RowSchema<Typed<T>> Schema =>
        new([new RowColumn<Typed<T>, T>("Value", typeof(T).Name, ColumnRole.None, static row => row.Value) { Format = Format }]);

    public static Codec<Typed<T>> Codec => throw new NotSupportedException();

    public static Typed<T> Create(RowValues values) => new(values.Get<T>(0));
}

/// <summary>Columns whose camelCase forms are alike.</summary>
internal sealed record Alike(int Age, int age, int Other) : IRow<Alike>
{
    public static RowSchema<Alike> Schema { get; } =
        new([
            new RowColumn<Alike, int>("Age", "int", ColumnRole.Feature, static row => row.Age) { Format = ParameterFormats.Int32 },
            new RowColumn<Alike, int>("age", "int", ColumnRole.Feature, static row => row.age) { Format = ParameterFormats.Int32 },
            new RowColumn<Alike, int>("Other", "int", ColumnRole.Feature, static row => row.Other) { Format = ParameterFormats.Int32 },
        ]);

    public static Codec<Alike> Codec => throw new NotSupportedException();

    public static Alike Create(RowValues values) => new(values.Get<int>(0), values.Get<int>(1), values.Get<int>(2));
}
