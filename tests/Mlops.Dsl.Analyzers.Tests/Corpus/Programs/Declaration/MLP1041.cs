//# fault: a join of the two outcomes of a switch
//## share Docs.cs
[Parameter]
public bool Fast { get; init; }

[Stage, When(nameof(Fast))]
public int Sampled(FileSet docs) => docs.Count / 2;

[Stage, Unless(nameof(Fast))]
public int Counted(FileSet docs) => docs.Count;

[Stage]
public int {|MLP1041:Total|}(int sampled, int counted) => sampled + counted;

//# fault: a join far behind the gate that parts the branches, and what waits for it
//## share Docs.cs
[Gate]
public GateResult Enough(FileSet docs) => GateResult.AtLeast(docs.Count, 10);

[Stage, When(nameof(Enough))]
public int Large(FileSet docs) => docs.Count;

[Stage]
public string Named(int large) => $"{large}";

[Stage, Unless(nameof(Enough))]
public double Small(FileSet docs) => docs.Count;

[Stage]
public (long Length, bool IsOdd) Described(double small) => ((long)small, small % 2 == 1);

[Stage]
public char {|MLP1041:Joined|}(string named, long length) => named[(int)length];

[Stage]
public byte After(char joined) => (byte)joined;

//# fault: one branch is needed for its order alone
//## share Docs.cs
[Stage]
public bool Many(FileSet docs) => docs.Count > 10;

[Stage, When(nameof(Many))]
public void Warn(StageContext context) => context.ReportProgress(0.5);

[Stage, Unless("many"), After(nameof(Warn))]
public int {|MLP1041:Count|}(FileSet docs) => docs.Count;

//# fault: a publication asks for the gate that its input ran without
//## share Docs.cs
[Gate]
public GateResult Enough(FileSet docs) => GateResult.AtLeast(docs.Count, 10);

[Stage, Unless(nameof(Enough))]
public int Few(FileSet docs) => docs.Count;

[Publish("count"), When(nameof(Enough))]
public int {|MLP1041:Release|}(int few) => few;

//# fault: each element of one branch is met by the other
//## share Docs.cs
[Parameter]
public bool Deep { get; init; }

[Stage, When(nameof(Deep))]
public IReadOnlyList<string> Names(FileSet docs) => [.. docs.Select(doc => doc.Path)];

[Stage, Unless(nameof(Deep))]
public int Limit(FileSet docs) => docs.Count;

[Stage, ForEach(nameof(Names))]
public int {|MLP1041:Cut|}(string name, int limit) => Math.Min(name.Length, limit);

//# fault: a gate stands in one branch and its judgement is asked for in the other
//## share Docs.cs
[Parameter]
public bool Deep { get; init; }

[Gate, When(nameof(Deep))]
public GateResult Enough(FileSet docs) => GateResult.AtLeast(docs.Count, 10);

[Stage, Unless(nameof(Deep))]
public int Few(FileSet docs) => docs.Count;

[Stage, When(nameof(Enough))]
public int {|MLP1041:Count|}(int few) => few;

//# clean: each branch ends in a stage of its own
//## share Docs.cs
[Parameter]
public bool Fast { get; init; }

[Stage, When(nameof(Fast))]
public int Sampled(FileSet docs) => docs.Count / 2;

[Stage, Unless(nameof(Fast))]
public double Counted(FileSet docs) => docs.Count;

[Stage]
public string Sample(int sampled) => $"{sampled}";

[Stage]
public long Count(double counted) => (long)counted;

//# clean: two conditions that may both hold
//## share Docs.cs
[Parameter]
public bool Fast { get; init; }

[Parameter]
public bool Deep { get; init; }

[Stage, When(nameof(Fast))]
public int Sampled(FileSet docs) => docs.Count / 2;

[Stage, Unless(nameof(Deep))]
public double Counted(FileSet docs) => docs.Count;

[Stage]
public double Total(int sampled, double counted) => sampled + counted;

//# clean: the condition itself is an input of both
//## share Docs.cs
[Gate]
public GateResult Enough(FileSet docs) => GateResult.AtLeast(docs.Count, 10);

[Stage]
public int Large(FileSet docs, GateResult enough) => enough.Passed ? docs.Count : 0;

[Stage]
public double Small(FileSet docs, GateResult enough) => enough.Passed ? 0 : docs.Count;

[Stage]
public double Total(int large, double small) => large + small;
