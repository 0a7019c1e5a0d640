using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Learning.Tests.Models;

/// <summary>A row as the generator writes it.</summary>
internal sealed record Case(float Signal, string? Site, string Person, bool Ill) : IRow<Case>
{
    public static RowColumn<Case, string?> SiteColumn { get; } =
        new("Site", "string?", ColumnRole.None, static row => row.Site) { IsProtected = true };

    public static RowColumn<Case, string> PersonColumn { get; } =
        new("Person", "string", ColumnRole.None, static row => row.Person) { IsPersonal = true };

    public static RowSchema<Case> Schema { get; } =
        new([
            new RowColumn<Case, float>("Signal", "float", ColumnRole.Feature, static row => row.Signal),
            SiteColumn,
            PersonColumn,
            new RowColumn<Case, bool>("Ill", "bool", ColumnRole.Label, static row => row.Ill),
        ]);

    public static Codec<Case> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Case Create(RowValues values) => throw new NotSupportedException("No test of this project reads rows.");
}

/// <summary>A row whose label is a number.</summary>
internal sealed record Measure(float Signal, double Truth) : IRow<Measure>
{
    public static RowSchema<Measure> Schema { get; } =
        new([
            new RowColumn<Measure, float>("Signal", "float", ColumnRole.Feature, static row => row.Signal),
            new RowColumn<Measure, double>("Truth", "double", ColumnRole.Label, static row => row.Truth),
        ]);

    public static Codec<Measure> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Measure Create(RowValues values) => throw new NotSupportedException("No test of this project reads rows.");
}

/// <summary>What the model takes of both.</summary>
internal sealed record Query(float Signal) : IRowView<Case, Query>, IRowView<Measure, Query>
{
    public static RowSchema<Query> Schema { get; } =
        new([
            new RowColumn<Query, float>("Signal", "float", ColumnRole.Feature, static row => row.Signal)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Query> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Query Create(RowValues values) => new(values.Get<float>(0));

    public static Query From(Case row) => new(row.Signal);

    public static Query From(Measure row) => new(row.Signal);
}

/// <summary>A prediction as the generator writes it.</summary>
internal sealed record Verdict(float Chance) : IPrediction<Verdict>
{
    public static RowSchema<Verdict> Schema { get; } =
        new([
            new RowColumn<Verdict, float>("Chance", "float", ColumnRole.Probability, static row => row.Chance)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Verdict> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Verdict Create(RowValues values) => new(values.Get<float>(0));
}

/// <summary>A prediction of a number.</summary>
internal sealed record Estimate(float Chance) : IPrediction<Estimate>
{
    public static RowSchema<Estimate> Schema { get; } =
        new([
            new RowColumn<Estimate, float>("Chance", "float", ColumnRole.Score, static row => row.Chance)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Estimate> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Estimate Create(RowValues values) => new(values.Get<float>(0));
}
