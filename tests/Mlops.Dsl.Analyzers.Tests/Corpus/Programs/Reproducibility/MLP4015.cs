//# fault: a local function
[Stage]
public string Make()
{
    return Inner();

    string Inner() => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First();
}

//# fault: a lambda in a local
[Stage]
public string Make()
{
    Func<string> make = () => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First();
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public string Make() => Runner.Run(() => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First());

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public string Make()
{
    var (made, _) = ({|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First(), 1);
    return made;
}

//# fault: a pattern
[Stage]
public string Make() => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First() is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public string Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out string made) => made = {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First();

//# fault: an async stream
[Stage]
public async Task<string> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<string> Stream()
{
    await Task.Yield();
    yield return {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First();
}

//# fault: an override of a base class
[Stage]
public string Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract string Make(); }

public sealed class OwnMaker : Maker { public override string Make() => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First(); }

//# fault: an implementation of an interface
[Stage]
public string Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { string Make(); }

public sealed class OwnMaker : IMaker { public string Make() => {|MLP4015:new[] { "b", "a" }.OrderBy(x => x)|}.First(); }

//# clean: an ordinal comparer
[Stage]
public string Make() => new[] { "b", "a" }.OrderBy(x => x, StringComparer.Ordinal).First();

//# clean: numbers
[Stage]
public int Make() => new[] { 2, 1 }.OrderBy(x => x).First();

//# clean: sorted by a length
[Stage]
public string Make() => new[] { "bb", "a" }.OrderBy(x => x.Length).First();

//# fault: words in the order of a culture
//## share Docs.cs
[Stage]
public IReadOnlyList<string> Words(FileSet docs) => [.. {|MLP4015:docs[0].ReadLines().OrderBy(line => line)|}];

//# fault: a list sorts itself
//## share Docs.cs
[Stage]
public List<string> Words(FileSet docs)
{
    var words = docs[0].ReadLines().ToList();
    {|MLP4015:words.Sort()|};
    return words;
}

//# fault: a query expression
//## share Houses.cs
[Stage]
public IReadOnlyList<string> Ids(Validated<House> check) => [.. from house in check {|MLP4015:orderby house.Id|} select house.Id];

//# clean: ordinal
//## share Docs.cs
[Stage]
public IReadOnlyList<string> Words(FileSet docs) => [.. docs[0].ReadLines().Order(StringComparer.Ordinal)];

//# clean: numbers
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Prices(Validated<House> check) => [.. check.OrderBy(house => house.Price).Select(house => house.Price)];

//# fault: a bag is sorted in query syntax
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs)
{
    var names = new System.Collections.Concurrent.ConcurrentBag<string>();
    Parallel.ForEach(docs, doc => names.Add(doc.Path));
    var sorted = from name in names where name.Length > 1 orderby name.Length, {|MLP4015:name descending|} select name;
    return [.. sorted];
}

[Stage]
public int Count(string[] names) => names.Length;

//# fault: a label index
//## share Docs.cs
[Stage]
public string[] Labels(FileSet docs)
{
    var labels = from doc in docs let name = doc.Path orderby {|MLP4015:name|} select name;
    return [.. labels];
}

[Stage]
public int Count(string[] labels) => labels.Length;

//# fault: sorted by a key of a tuple
//## share Docs.cs
[Stage]
public string[] Labels(FileSet docs) => [.. {|MLP4015:docs.Select(doc => (doc.Path, doc.Length)).OrderBy(pair => pair.Path)|}.Select(pair => pair.Path)];

[Stage]
public int Count(string[] labels) => labels.Length;

//# fault: labels in a sorted dictionary, keys sorted in a query
//## share Docs.cs
[Stage]
public List<string> Labels(FileSet docs)
{
    var counts = {|MLP4015:new SortedDictionary<string, int>()|};
    foreach (var doc in docs)
    {
        counts[doc.Path] = 1;
    }

    return [.. counts.Keys];
}

//# fault: a query sorts by a text and a number
//## share Docs.cs
[Stage]
public List<string> Sorted(FileSet docs) => (from doc in docs orderby doc.Length, {|MLP4015:doc.Path|} select doc.Path).ToList();

//# fault: MinBy and Max of texts
//## share Docs.cs
[Stage]
public string First(FileSet docs) => {|MLP4015:docs.MinBy(doc => doc.Path)|}!.Path;

//# clean: texts are sorted by ordinal comparers, numbers and enums without one
//## share Docs.cs
[Stage]
public List<string> Sorted(FileSet docs)
{
    var names = docs.Select(doc => doc.Path).Order(StringComparer.Ordinal).ToList();
    names.Sort(StringComparer.OrdinalIgnoreCase);
    names.Sort((left, right) => left.Length.CompareTo(right.Length));
    var sorted = new SortedSet<string>(names, StringComparer.Ordinal);
    return [.. sorted.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
}

//# fault: labels by a sorted set of a generic helper, keys by Array.Sort
//## share Docs.cs
[Stage]
public List<string> Labels(FileSet docs)
{
    var names = docs.Select(doc => doc.Path).ToArray();
    {|MLP4015:Array.Sort(names)|};
    return [.. {|MLP4015:new SortedSet<string>(names)|}];
}

//# clean: a simple tokenizer by ordinal comparisons, invariant upper case and rune enumeration
//## share Docs.cs
[Stage]
public List<string> Tokens(FileSet docs)
{
    var tokens = new List<string>();
    foreach (var doc in docs)
    {
        var text = new System.Text.StringBuilder();
        foreach (var rune in doc.ReadAllText().EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                text.Append(System.Text.Rune.ToLowerInvariant(rune));
            }
            else if (text.Length > 0)
            {
                tokens.Add(text.ToString());
                text.Clear();
            }
        }
    }

    tokens.Sort(StringComparer.Ordinal);
    return tokens;
}

//# fault: label indices by a query, by keys of a GroupBy and by a sorted list
//## share Docs.cs
[Stage]
public Dictionary<string, int> Labels(FileSet docs)
{
    var groups = docs.GroupBy(doc => Path.GetExtension(doc.Path));
    var names = {|MLP4015:new SortedList<string, int>()|};
    foreach (var (group, index) in {|MLP4015:groups.OrderBy(group => group.Key)|}.Select((group, index) => (group, index)))
    {
        names[group.Key] = index;
    }

    return names.ToDictionary();
}

//# fault: text is searched by the machine's culture
//## share Docs.cs
[Stage]
public List<string> Titles(FileSet docs) =>
    [.. docs.Select(doc => doc.ReadAllText()).Where(text => {|MLP4015:text.StartsWith("<member>", StringComparison.CurrentCultureIgnoreCase)|}).Select(text => text[{|MLP4015:text.LastIndexOf("</")|}..])];

//# fault: names are compared by the machine's culture
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs)
{
    var names = docs.Select(doc => doc.Path).ToList();
    names.Sort((left, right) => {|MLP4015:left.CompareTo(right)|});
    return [.. names.Distinct({|MLP4015:StringComparer.CurrentCultureIgnoreCase|})];
}

//# clean: text is searched by its characters
//## share Docs.cs
[Stage]
public List<int> Places(FileSet docs) => [.. docs.Select(doc => doc.Path).SelectMany(path => new[]
{
    path.IndexOf('/'), path.IndexOf("//", StringComparison.Ordinal), path.Contains("a") ? 1 : 0, path.StartsWith('a') ? 1 : 0, string.CompareOrdinal(path, "b"),
    path.AsSpan().IndexOf("c"), new List<string> { path }.IndexOf("d"), path.Replace("e", "f").Length,
})];
