//# fault: a hash that anybody can compute is kept as a pseudonym
//## share People.cs
[Stage]
public List<Total> Totals(Validated<Person> checkPeople) =>
[
    .. checkPeople.GroupBy(person => Anonymizer.Of(person.Email)).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Total({|MLP5004:group.Key|}, group.Sum(person => person.Income))),
];

[Stage]
public int Count(List<Total> totals) => totals.Count;

//## Anonymizer.cs
using System.Security.Cryptography;
using System.Text;

public sealed record Total(string Who, double Income);

public static class Anonymizer
{
    public static string Of(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}

//# fault: MD5 by an instance, through a local
//## share People.cs
[Stage]
public string[] Ids(Validated<Person> checkPeople)
{
    using var md5 = System.Security.Cryptography.MD5.Create();
    var ids = new List<string>();
    foreach (var person in checkPeople)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(person.Name);
        ids.Add(Convert.ToBase64String(md5.ComputeHash(bytes)));
    }

    return {|MLP5004:ids.ToArray()|};
}

[Stage]
public int Count(string[] ids) => ids.Length;

//# fault: a hash of one's own, after Fowler, Noll and Vo
//## share People.cs
[Stage]
public List<ulong> Ids(Validated<Person> checkPeople) => {|MLP5004:[.. checkPeople.Select(person => Fnv.Of(person.Email))]|};

[Stage]
public int Count(List<ulong> ids) => ids.Count;

//## Fnv.cs
public static class Fnv
{
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }
}

//# clean: a hash with a key, and one with a secret salt
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public List<(string Keyed, string Salted)> Ids(Validated<Person> checkPeople) =>
    [.. checkPeople.Select(person => (Pseudonym.Keyed(person.Email, Key), Pseudonym.Salted(person.Email, Key)))];

[Stage]
public int Count(List<(string Keyed, string Salted)> ids) => ids.Count;

//## Pseudonym.cs
using System.Security.Cryptography;
using System.Text;

public static class Pseudonym
{
    public static string Keyed(string value, string key)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key));
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(value)));
    }

    public static string Salted(string value, string salt) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));
}

//# clean: the hash of a whole document tells of nobody
//## share People.cs
[Stage]
public string Fingerprint(Validated<Person> checkPeople)
{
    var text = string.Join('\n', checkPeople.Select(person => person.Email));
    return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}

[Stage]
public int Length(string fingerprint) => fingerprint.Length;

//# fault: a file for each person is called after them
//## share People.cs
[Stage]
public int Letters(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        using var file = context.CreateFile({|MLP5004:$"letters/{person.Name}.txt"|});
        file.WriteByte(65);
    }

    return checkPeople.Count;
}

//# fault: entries of an archive are called after people
//## share People.cs
[Stage]
public FileArtifact Letters(Validated<Person> checkPeople, StageContext context)
{
    using (var archive = new System.IO.Compression.ZipArchive(context.CreateFile("letters.zip"), System.IO.Compression.ZipArchiveMode.Create))
    {
        foreach (var person in checkPeople)
        {
            archive.CreateEntry({|MLP5004:person.Email + ".txt"|});
        }
    }

    return context.GetFile("letters.zip");
}

//# clean: files are called by number
//## share People.cs
[Stage]
public int Letters(Validated<Person> checkPeople, StageContext context)
{
    var number = 0;
    foreach (var town in checkPeople.GroupBy(person => person.Town))
    {
        using var file = context.CreateFile($"letters/{number++}-{town.Key}.txt");
        file.WriteByte((byte)town.Count());
    }

    return number;
}

//# fault: the bytes of a name are written into a stream
//## share People.cs
[Stage]
public FileArtifact Names(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("names.bin"))
    {
        foreach (var person in checkPeople)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(person.Name);
            file.Write({|MLP5004:bytes|});
        }
    }

    return context.GetFile("names.bin");
}

//# fault: bytes are written into a buffer, and that into a stream
//## share People.cs
[Stage]
public FileArtifact Names(Validated<Person> checkPeople, StageContext context)
{
    Span<byte> buffer = new byte[1024];
    using (var file = context.CreateFile("names.bin"))
    {
        foreach (var person in checkPeople)
        {
            var count = System.Text.Encoding.UTF8.GetBytes(person.Email, buffer);
            file.Write({|MLP5004:buffer[..count]|});
        }
    }

    return context.GetFile("names.bin");
}

//# clean: how many people have each number of loans
//## share People.cs
[Stage]
public int[] Histogram(Validated<Person> checkPeople)
{
    var counts = new Dictionary<string, int>();
    foreach (var person in checkPeople)
    {
        counts[person.Email] = counts.TryGetValue(person.Email, out var count) ? count + 1 : 1;
    }

    return [.. counts.Values.Order()];
}

[Stage]
public int Size(int[] histogram) => histogram.Length;

//# clean: the same with queries
//## share People.cs
[Stage]
public SortedDictionary<int, int> Histogram(Validated<Person> checkPeople)
{
    var visits = checkPeople.GroupBy(person => person.Name).ToDictionary(group => group.Key, group => group.Count());
    return new(visits.Values.GroupBy(count => count).ToDictionary(group => group.Key, group => group.Count()));
}

[Stage]
public int Size(SortedDictionary<int, int> histogram) => histogram.Count;

//# clean: counts in place
//## share People.cs
[Stage]
public List<int> Histogram(Validated<Person> checkPeople)
{
    var counts = new Dictionary<string, int>();
    foreach (var person in checkPeople)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, person.Email, out _)++;
    }

    return counts.Values.Order().ToList();
}

[Stage]
public int Size(List<int> histogram) => histogram.Count;

//# clean: masked copies are made by a method
//## share People.cs
[Stage]
public List<Copy> Copies(Validated<Person> checkPeople) => checkPeople.Select(Mask).ToList();

[Stage]
public int Count(List<Copy> copies) => copies.Count;

private static Copy Mask(Person person) => new(PersonalData.Mask(person.Email)!, person.Income);

//## Copy.cs
public sealed record Copy(string Who, double Income);

//# clean: the transformation itself is handed to the query
//## share People.cs
[Stage]
public string[] Masked(Validated<Person> checkPeople) => checkPeople.Select(person => person.Email).Select(PersonalData.Mask).OfType<string>().ToArray();

[Stage]
public int Count(string[] masked) => masked.Length;

//# clean: masked rows are written, made by a method
//## share People.cs
[Stage]
public FileArtifact Table(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.json")))
    {
        foreach (var person in checkPeople.Select(Mask))
        {
            writer.WriteLine(person.Email);
        }
    }

    return context.GetFile("people.json");
}

private static Person Mask(Person person) => person with { Name = PersonalData.Mask(person.Name)!, Email = PersonalData.Mask(person.Email)! };

//# clean: masked rows are serialized, made by a lambda in a helper
//## share People.cs
[Stage]
public FileArtifact Table(Validated<Person> checkPeople, StageContext context)
{
    using (var file = context.CreateFile("people.json"))
    {
        var masked = Masked(checkPeople).ToList();
        System.Text.Json.JsonSerializer.Serialize(file, masked);
    }

    return context.GetFile("people.json");
}

private static IEnumerable<Person> Masked(IEnumerable<Person> people) =>
    people.Select(person => person with { Name = PersonalData.Mask(person.Name)!, Email = PersonalData.Mask(person.Email)! });

//# fault: only one of two columns was masked
//## share People.cs
[Stage]
public FileArtifact Table(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("people.txt")))
    {
        foreach (var person in checkPeople.Select(Mask))
        {
            writer.WriteLine({|MLP5004:person.Name|} + person.Email);
        }
    }

    return context.GetFile("people.txt");
}

private static Person Mask(Person person) => person with { Email = PersonalData.Mask(person.Email)! };

//# fault: a writer is opened on a file that is called after a person
//## share People.cs
[Stage]
public int Letters(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        using var writer = new StreamWriter({|MLP5004:Path.Combine(context.TemporaryDirectory, person.Name + ".txt")|});
        writer.WriteLine(person.Town);
    }

    return checkPeople.Count;
}
