//# fault: a location and a body
[Source("docs/*.xml")]
public FileSet {|MLP1051:Docs|}() => throw new NotSupportedException();

[Stage]
public int Count(FileSet docs) => docs.Count;

//# fault: a source of nothing that can be read
[Source("docs/*.xml")]
public partial {|MLP1052:string Docs|}();

[Stage]
public int Count(string docs) => docs.Length;

//# fault: a placeholder that is not closed
[Source({|MLP1053:"{Folder/*.xml"|})]
public partial FileSet Docs();

[Parameter]
public string Folder { get; init; } = "docs";

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length;

//# fault: a digest of too few digits
[Source("https://example.org/houses.csv", Sha256 = {|MLP1056:"abc123"|})]
public partial FileArtifact Houses();

[Stage]
public int Count(FileArtifact houses) => houses.ReadLines().Count();

//# fault: a source that takes an output
//## share Docs.cs
[Source("other/*.xml")]
public partial FileSet Other(int {|MLP1058:count|});

[Stage]
public int Count(FileSet docs, FileSet other) => docs.Count + other.Count;

//# clean: two placeholders and a brace
[Source("{Folder}/{Language}/*.{{xml}}")]
public partial FileSet Docs();

[Parameter]
public string Folder { get; init; } = "docs";

[Parameter]
public string Language { get; init; } = "en";

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length + Language.Length;
