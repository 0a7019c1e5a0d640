//# fault: Dapper inserts a name
//## share People.cs
[Stage, NoCache]
public async Task Export(Validated<Person> checkPeople, [FromServices] System.Data.Common.DbConnection crm)
{
    foreach (var person in checkPeople)
    {
        await crm.StoreAsync(person);
    }
}

//## Crm.cs
using System.Data.Common;
using Dapper;

public static class Crm
{
    public static Task StoreAsync(this DbConnection crm, Person person) =>
        crm.ExecuteAsync("insert into leads (name, town) values (@Name, @Town)", {|MLP5004:new { person.Name, person.Town }|});
}

//# fault: whole rows are given to a statement that names a personal column
//## share People.cs
[Stage, NoCache]
public int Export(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm) => Dapper.SqlMapper.Execute(
    crm, "update leads set income = @income where email = @email", {|MLP5004:checkPeople|});

//# fault: a text of SQL with a name in it
//## share People.cs
[Stage, NoCache]
public int Export(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm) =>
    checkPeople.Sum(person => Dapper.SqlMapper.Execute(crm, {|MLP5004:$"insert into leads (name) values ('{person.Name}')"|}));

//# fault: a parameter of a command
//## share People.cs
[Stage, NoCache]
public async Task<int> Export(Validated<Person> checkPeople, [FromServices] System.Data.Common.DbConnection crm, CancellationToken cancellation)
{
    var stored = 0;
    foreach (var person in checkPeople)
    {
        await using var command = crm.CreateCommand();
        command.CommandText = "insert into leads (email) values (@email)";
        var email = command.CreateParameter();
        email.ParameterName = "@email";
        email.Value = person.Email;
        command.Parameters.Add(email);
        stored += await {|MLP5004:command.ExecuteNonQueryAsync(cancellation)|};
    }

    return stored;
}

//# clean: of whole rows, a statement takes what is not personal
//## share People.cs
[Stage, NoCache]
public int Export(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm) => Dapper.SqlMapper.Execute(
    crm, "insert into incomes (town, income) values (@Town, @Income)", checkPeople);

//# clean: what is asked for, or deleted, is not stored
//## share People.cs
[Stage, NoCache]
public int Forget(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm)
{
    var known = checkPeople.Count(p => Dapper.SqlMapper.QueryFirstOrDefault<int>(crm, "select 1 from leads where email = @Email", new { p.Email }) == 1);
    foreach (var person in checkPeople.Where(p => p.Income < 1))
    {
        Dapper.SqlMapper.Execute(crm, "delete from leads where email = @Email", new { person.Email });
    }

    return known;
}

//# clean: numbers and pseudonyms
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage, NoCache]
public int Export(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm) => Dapper.SqlMapper.Execute(
    crm, "insert into scores (who, income) values (@Who, @Income)", checkPeople.Select(p => new { Who = PersonalData.Hash(p.Email, Key), p.Income }));

//# fault: an object that CsvHelper writes by a map of all columns
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.csv")))
    using (var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture))
    {
        csv.Context.RegisterClassMap<AllButOne>();
        csv.WriteRecords({|MLP5004:checkPeople|});
    }

    return context.GetFile("people.csv");
}

//## Map.cs
public sealed class AllButOne : CsvHelper.Configuration.ClassMap<Person>
{
    public AllButOne()
    {
        AutoMap(CultureInfo.InvariantCulture);
        Map(p => p.Email).Ignore();
    }
}

//# fault: a map that nobody registers
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.csv")))
    using (var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture))
    {
        csv.WriteRecords({|MLP5004:checkPeople|});
    }

    return context.GetFile("people.csv");
}

//## Map.cs
public sealed class Towns : CsvHelper.Configuration.ClassMap<Person>
{
    public Towns() => Map(p => p.Town);
}

//# clean: a map that leaves out what is personal
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.csv")))
    using (var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture))
    {
        csv.Context.RegisterClassMap(new Towns());
        csv.WriteRecords(checkPeople.Where(p => p.Repaid));
    }

    return context.GetFile("people.csv");
}

//## Map.cs
public sealed class Towns : CsvHelper.Configuration.ClassMap<Person>
{
    public Towns()
    {
        Map(p => p.Town).Index(0).Name("where");
        Map(p => p.Income);
    }
}

//# clean: all columns but the personal ones, of which one is masked
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.csv")))
    using (var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture))
    {
        Configure(csv);
        csv.WriteRecords(checkPeople);
    }

    return context.GetFile("people.csv");
}

private static void Configure(CsvHelper.CsvWriter csv) => csv.Context.RegisterClassMap<Public>();

//## Map.cs
public sealed class Public : CsvHelper.Configuration.ClassMap<Person>
{
    public Public()
    {
        AutoMap(CultureInfo.InvariantCulture);
        Map(p => p.Name).Ignore();
        Map(p => p.Email).Convert(row => PersonalData.Mask(row.Value.Email));
    }
}

//# clean: objects with JsonIgnore in a file
using System.Text.Json;
using System.Text.Json.Serialization;

[Row]
public sealed partial record Guest([RowKey] long Id, [Pii] string Name, [Range(0, 400)] int Nights);

public sealed class Stay
{
    public int Nights { get; init; }

    [JsonIgnore]
    public string Who { get; init; } = "";
}

[Pipeline("guests")]
public sealed partial class GuestPipeline
{
    [Source("guests.csv")]
    public partial FileArtifact GuestFile();

    [Stage]
    public Validated<Guest> Guests(FileArtifact guestFile) => new Raw<Guest>(
        guestFile.ReadLines().Select(l => l.Split(',')).Select(c => new Guest(long.Parse(c[0], CultureInfo.InvariantCulture), c[1], 3))).Validate();

    [Stage]
    public FileArtifact Stays(Validated<Guest> guests, StageContext context)
    {
        using (var stream = context.CreateFile("stays.json"))
        {
            JsonSerializer.Serialize(stream, guests.Select(g => new Stay { Nights = g.Nights, Who = g.Name }).ToList());
        }

        return context.GetFile("stays.json");
    }
}

//# fault: JsonIgnore is there for another serializer, and where there is nothing
using System.Text.Json;
using System.Text.Json.Serialization;

[Row]
public sealed partial record Guest(
    [RowKey] long Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] [Pii] string? Name,
    [Range(0, 400)] int Nights);

[Pipeline("guests")]
public sealed partial class GuestPipeline
{
    [Source("guests.csv")]
    public partial FileArtifact GuestFile();

    [Stage]
    public Validated<Guest> Guests(FileArtifact guestFile) => new Raw<Guest>(
        guestFile.ReadLines().Select(l => l.Split(',')).Select(c => new Guest(long.Parse(c[0], CultureInfo.InvariantCulture), c[1], 3))).Validate();

    [Stage]
    public FileArtifact Stays(Validated<Guest> guests, StageContext context)
    {
        using (var stream = context.CreateFile("stays.json"))
        {
            JsonSerializer.Serialize(stream, {|MLP5004:guests|});
        }

        return context.GetFile("stays.json");
    }
}

//# fault: the key of the pseudonyms is a parameter
//## share People.cs
[Parameter, StringLength(64, MinimumLength = 16)]
public string Salt { get; init; } = "loans-of-this-year-2026";

[Stage]
public string[] Who(Validated<Person> checkPeople) => [.. checkPeople.Select(p => PersonalData.Hash(p.Email, {|MLP5004:Salt|}))];

//# fault: the key stands in the code of a helper
//## share People.cs
[Stage]
public string[] Who(Validated<Person> checkPeople) => [.. checkPeople.Select(p => Pseudonyms.Of(p.Email))];

//## Pseudonyms.cs
public static class Pseudonyms
{
    private static readonly string Pepper = "a pepper of 32 bytes or some more";

    public static string Of(string who) => PersonalData.Hash(who.Trim(), {|MLP5004:Pepper + "/v2"|});
}

//# fault: a key for those who have none
//## share People.cs
[Stage, NoCache]
public string[] Who(Validated<Person> checkPeople, [FromServices] Func<string?> vault)
{
    var key = vault() ?? "not-for-production-0123456789";
    return [.. checkPeople.Select(p => PersonalData.Hash(p.Name, {|MLP5004:key|}))];
}

//# clean: a key that is a secret, through a helper, with a suffix
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public string[] Who(Validated<Person> checkPeople)
{
    var key = Key + "/names";
    return [.. checkPeople.Select(p => Pseudonyms.Of(p.Name, key))];
}

//## Pseudonyms.cs
public static class Pseudonyms
{
    public static string Of(string who, string key) => PersonalData.Hash(who, key);
}

//# clean: a key that a service gives by its name
//## share People.cs
[Stage, NoCache]
public string[] Who(Validated<Person> checkPeople, [FromServices] Func<string, string> vault) =>
    [.. checkPeople.Select(p => PersonalData.Hash(p.Name, vault("pseudonyms")))];

//# fault: a helper is given a parameter for a key
//## share People.cs
[Parameter, StringLength(64, MinimumLength = 16)]
public string Salt { get; init; } = "loans-of-this-year-2026";

[Stage]
public string[] Who(Validated<Person> checkPeople) => [.. checkPeople.Select(p => Pseudonyms.Of(p.Email, {|MLP5004:Salt|}))];

//## Pseudonyms.cs
public static class Pseudonyms
{
    public static string Of(string who, string salt) => PersonalData.Hash(who.Trim(), salt + "/v2");
}

//# fault: an object keeps a constant for a key
//## share People.cs
private const string Key = "loans-of-this-year-2026";

[Stage]
public string[] Who(Validated<Person> checkPeople)
{
    var pseudonyms = new Pseudonyms({|MLP5004:Key|}, "people");
    return [.. checkPeople.Select(p => pseudonyms.Of(p.Email))];
}

//## Pseudonyms.cs
public sealed class Pseudonyms
{
    private readonly string _key;
    private readonly string _space;

    public Pseudonyms(string key, string space)
    {
        _key = key;
        _space = space;
    }

    public string Of(string who) => PersonalData.Hash($"{_space}/{who}", _key);
}

//# clean: a helper is given a secret, and a constant for something else
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public string[] Who(Validated<Person> checkPeople) => [.. checkPeople.Select(p => Pseudonyms.Of(p.Email, "people", Key))];

//## Pseudonyms.cs
public static class Pseudonyms
{
    public static string Of(string who, string space, string key) => PersonalData.Hash($"{space}/{who}", key);
}

//# fault: a stored procedure takes a name
//## share People.cs
[Stage, NoCache]
public int Export(Validated<Person> checkPeople, [FromServices] System.Data.IDbConnection crm) => checkPeople.Sum(person => Dapper.SqlMapper.Execute(
    crm, "AddLead", {|MLP5004:new { person.Name }|}, commandType: System.Data.CommandType.StoredProcedure));

//# clean: a helper is told by which map to write
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var stream = context.CreateFile("people.csv"))
    {
        Tables.Write<Person, Towns>(stream, checkPeople);
    }

    return context.GetFile("people.csv");
}

//## Tables.cs
public static class Tables
{
    public static void Write<TRow, TMap>(Stream stream, IEnumerable<TRow> rows)
        where TMap : CsvHelper.Configuration.ClassMap<TRow>
    {
        using var writer = new StreamWriter(stream);
        using var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture);
        csv.Context.RegisterClassMap<TMap>();
        csv.WriteRecords(rows);
    }
}

public sealed class Towns : CsvHelper.Configuration.ClassMap<Person>
{
    public Towns()
    {
        Map(p => p.Town);
        Map(p => p.Income);
    }
}

//# fault: a helper is told by which map to write, and that one maps a name
//## share People.cs
[Stage]
public FileArtifact Extract(Validated<Person> checkPeople, StageContext context)
{
    using (var stream = context.CreateFile("people.csv"))
    {
        Tables.Write<Person, Names>(stream, {|MLP5004:checkPeople|});
    }

    return context.GetFile("people.csv");
}

//## Tables.cs
public static class Tables
{
    public static void Write<TRow, TMap>(Stream stream, IEnumerable<TRow> rows)
        where TMap : CsvHelper.Configuration.ClassMap<TRow>
    {
        using var writer = new StreamWriter(stream);
        using var csv = new CsvHelper.CsvWriter(writer, CultureInfo.InvariantCulture);
        csv.Context.RegisterClassMap<TMap>();
        csv.WriteRecords(rows);
    }
}

public sealed class Names : CsvHelper.Configuration.ClassMap<Person>
{
    public Names()
    {
        Map(p => p.Name).Index(0);
        Map(p => p.Income).Index(1);
    }
}

//# clean: a helper that writes JSON of whatever it is given, which leaves out what is personal
using System.Text.Json;
using System.Text.Json.Serialization;

[Row]
public sealed partial record Guest([RowKey] long Id, [property: JsonIgnore] [Pii] string Name, [Range(0, 400)] int Nights);

public static class Files
{
    public static void WriteJson<T>(Stream stream, T value) => JsonSerializer.Serialize(stream, value);
}

[Pipeline("guests")]
public sealed partial class GuestPipeline
{
    [Source("guests.csv")]
    public partial FileArtifact GuestFile();

    [Stage]
    public Validated<Guest> Guests(FileArtifact guestFile) => new Raw<Guest>(
        guestFile.ReadLines().Select(l => l.Split(',')).Select(c => new Guest(long.Parse(c[0], CultureInfo.InvariantCulture), c[1], 3))).Validate();

    [Stage]
    public FileArtifact Stays(Validated<Guest> guests, StageContext context)
    {
        using (var stream = context.CreateFile("stays.json"))
        {
            Files.WriteJson(stream, guests.ToList());
        }

        return context.GetFile("stays.json");
    }
}
