//# fault: the dictionary of a concurrent grouping as a table of rows
//## share Docs.cs
[Stage]
public string Table(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    docs.AsParallel().ForAll(doc => counts.AddOrUpdate(Path.GetExtension(doc.Path), 1, (_, count) => count + 1));
    var table = new System.Text.StringBuilder();
    foreach (var (extension, count) in {|MLP4006:counts|})
    {
        table.Append(extension).Append(' ').Append(count).AppendLine();
    }

    return table.ToString();
}

//# fault: a queue of work results by the order of threads, emptied into a list
//## share Docs.cs
[Stage]
public List<int> Results(FileSet docs)
{
    var results = new List<int>();
    Parallel.ForEach(docs, doc =>
    {
        var length = doc.ReadAllText().Length;
        lock (results)
        {
            {|MLP4006:results.Add(length)|};
        }
    });
    return results;
}
