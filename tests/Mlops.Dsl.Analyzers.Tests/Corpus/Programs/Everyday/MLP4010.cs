//# clean: a tokenizer with a static vocabulary that is built once, and a lazily compiled expression
//## share Docs.cs
[Stage]
public int Tokens(FileSet docs) => docs.Sum(doc => Tokenizer.Shared.Count(doc.ReadAllText()));

//## Tokenizer.cs
public sealed partial class Tokenizer
{
    private static Tokenizer? s_shared;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal) { ["the"] = 0, ["a"] = 1 };

    public static Tokenizer Shared => s_shared ??= new();

    public int Count(string text)
    {
        var count = 0;
        foreach (var match in Words().EnumerateMatches(text))
        {
            count += _ids.ContainsKey(text.Substring(match.Index, match.Length)) ? 0 : 1;
        }

        return count;
    }

    private static System.Text.RegularExpressions.Regex Words() => new("[a-z]+", System.Text.RegularExpressions.RegexOptions.CultureInvariant);
}

//# fault: a current culture is set for all
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP4010:CultureInfo.CurrentCulture|} = CultureInfo.InvariantCulture;
    return docs.Count;
}

//# fault: a static progress counter in a property with field
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP4010:Progress.Done|}++;
    }

    return docs.Count;
}

//## Progress.cs
public static class Progress
{
    public static int Done
    {
        get;
        set => field = Math.Max(field, value);
    }
}

//# fault: an index of models that stages fill for each other
//## share Docs.cs
[Stage]
public int Fill(FileSet docs)
{
    foreach (var doc in docs)
    {
        Shared.Add(doc.Path);
    }

    return docs.Count;
}

[Stage]
public int Use(int fill) => Shared.Names.Count + fill;

//## Shared.cs
public static class Shared
{
    private static readonly List<string> AllNames = [];

    public static IReadOnlyList<string> Names => AllNames;

    public static void Add(string name) => {|MLP4010:AllNames.Add(name)|};
}
