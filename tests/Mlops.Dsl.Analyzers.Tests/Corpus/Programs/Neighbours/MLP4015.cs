//# clean: the longest line, and other numbers of texts
//## share Docs.cs
[Stage]
public int Longest(FileSet docs) => docs.Max(doc => doc.ReadLines().Max(line => line.Length));

[Stage]
public double Shortest(FileSet docs) => docs.Min(doc => doc.ReadLines().Min(line => (double)line.Length));

[Stage]
public int? Most(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Max(line => line.Length == 0 ? null : (int?)line.Length);

//# fault: the greatest text that a function makes
//## share Docs.cs
[Stage]
public string Last(FileSet docs) => {|MLP4015:docs.SelectMany(doc => doc.ReadLines()).Max(line => line.Trim())|} ?? "";

//# fault: the least name of objects
//## share Docs.cs
[Stage]
public string First(FileSet docs) => {|MLP4015:docs.Min(doc => doc.Path)|} ?? "";
