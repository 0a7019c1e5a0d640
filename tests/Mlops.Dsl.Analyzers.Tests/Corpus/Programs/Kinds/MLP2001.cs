//# fault: the schema has no columns
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate({|MLP2001:Lenient<House>.Schema|}, maxInvalidShare: 0);

[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

//## Lenient.cs
public static class Lenient<TRow>
    where TRow : notnull
{
    public static readonly RowSchema<TRow> Schema = new([]);
}

//# fault: an empty schema is made on the spot
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse)
{
    var none = new RowSchema<House>(Array.Empty<RowColumn<House>>());
    return parse.Validate({|MLP2001:none|});
}

[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

//# clean: the schema is the type's own, or a part of it
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate(Schemas.Strict, maxInvalidShare: 0);

[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

//## Schemas.cs
public static class Schemas
{
    public static readonly RowSchema<House> Strict = new([.. House.Schema.Columns]);
}
