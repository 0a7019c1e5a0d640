//# clean: whole numbers and names are joined
//## share Docs.cs
[Stage]
public string Line(FileSet docs) => string.Join(';', docs.Select(doc => doc.Length)) + string.Join(", ", docs.Select(doc => doc.Path)) + string.Concat(docs.Count, "x");

[Stage]
public int Count(string line) => line.Length;

//# clean: printed by a local function, for a person
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Tell($"mean {docs.Average(doc => doc.Length)}");
    return docs.Count;

    void Tell(string text) => context.ReportProgress(0.5, text);
}
