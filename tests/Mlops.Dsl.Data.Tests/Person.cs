using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Data.Tests;

internal enum Work
{
    None,
    Office,
    Field,
}

/// <summary>A row as the generator writes it.</summary>
internal sealed record Person(long Id, int Age, double? Hours, string Sex, string? Work_Class, Work Work, bool Over50K, string? Name)
    : IRow<Person>
{
    public static RowSchema<Person> Schema { get; } =
        new([
            new RowColumn<Person, long>("Id", "long", ColumnRole.Key, static row => row.Id) { Format = ParameterFormats.Int64 },
            new RowColumn<Person, int>("Age", "int", ColumnRole.Feature, static row => row.Age) { Format = ParameterFormats.Int32 },
            new RowColumn<Person, double?>("Hours", "double?", ColumnRole.Feature, static row => row.Hours)
            {
                Format = ParameterFormats.Nullable(ParameterFormats.Double),
            },
            new RowColumn<Person, string>("Sex", "string", ColumnRole.None, static row => row.Sex)
            {
                Format = ParameterFormats.String,
                IsProtected = true,
            },
            new RowColumn<Person, string?>("WorkClass", "string?", ColumnRole.Feature, static row => row.Work_Class)
            {
                Format = ParameterFormats.String!,
            },
            new RowColumn<Person, Work>("Work", "Work", ColumnRole.Feature, static row => row.Work)
            {
                Format = ParameterFormats.Enum<Work>(),
            },
            new RowColumn<Person, bool>("Over50K", "bool", ColumnRole.Label, static row => row.Over50K)
            {
                Format = ParameterFormats.Boolean,
            },
            new RowColumn<Person, string?>("Name", "string?", ColumnRole.None, static row => row.Name)
            {
                Format = ParameterFormats.String!,
                IsPersonal = true,
            },
        ]);

    public static Codec<Person> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Person Create(RowValues values) =>
        new(
            values.Get<long>(0),
            values.Get<int>(1),
            values.Get<double?>(2),
            values.Get<string>(3),
            values.Get<string?>(4),
            values.Get<Work>(5),
            values.Get<bool>(6),
            values.Get<string?>(7)
        );
}

/// <summary>A row of two columns, one of them a secret of a person.</summary>
internal sealed record Entry(string Text, int Number) : IRow<Entry>
{
    public static RowSchema<Entry> Schema { get; } =
        new([
            new RowColumn<Entry, string>("Text", "string", ColumnRole.Feature, static row => row.Text) { Format = ParameterFormats.String },
            new RowColumn<Entry, int>("Number", "int", ColumnRole.Feature, static row => row.Number)
            {
                Format = ParameterFormats.Int32,
                IsPersonal = true,
            },
        ]);

    public static Codec<Entry> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Entry Create(RowValues values) => new(values.Get<string>(0), values.Get<int>(1));
}
