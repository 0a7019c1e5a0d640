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

//# clean: a static constructor has a method fill its own type
//## share Docs.cs
[Stage]
public int Rows(FileSet docs) => docs.Count * Settings.Factor;

//## Settings.cs
public static class Settings
{
    private static int _factor;

    static Settings() => Reset();

    public static int Factor => _factor;

    public static void Reset() => _factor = 3;
}

//# clean: an empty place is filled once, behind a lock
//## share Docs.cs
[Stage]
public int Rows(FileSet docs) => docs.Count + Words.All.Length;

//## Words.cs
public static class Words
{
    private static readonly Lock Gate = new();
    private static string[]? _all;

    public static string[] All
    {
        get
        {
            if (_all == null)
            {
                lock (Gate)
                {
                    if (_all == null)
                    {
                        _all = ["a", "the"];
                    }
                }
            }

            return _all;
        }
    }
}

//# fault: an empty place is filled with what the first stage brings
//## share Docs.cs
[Stage]
public int Rows(FileSet docs) => Known.Of(docs.Count);

//## Known.cs
public static class Known
{
    private static object? _first;

    public static int Of(int count)
    {
        if (_first is null)
        {
            {|MLP4010:_first|} = count;
        }

        return (int)_first;
    }
}

//# clean: a property with a setter is given as an argument
//## share Docs.cs
[Stage]
public int Rows(FileSet docs) => Math.Max(docs.Count, Threads.Most);

//## Threads.cs
public static class Threads
{
    private static int _most = 4;
    private static int _changes;

    public static int Most
    {
        get => _most;
        set
        {
            _most = value;
            _changes++;
        }
    }

    public static int Changes => _changes;
}
