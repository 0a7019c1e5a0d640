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
