//# fault: a parameter is set in a stage
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    {|MLP1008:Rounds = docs.Count|};
    return Rounds;
}

[Source("docs/*.xml")]
public partial FileSet Docs();

//# clean: a local variable has the parameter's name
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    var rounds = Rounds;
    rounds += docs.Count;
    return rounds;
}

[Source("docs/*.xml")]
public partial FileSet Docs();

//# clean: what a constructor and an object initializer may set, and a struct copy with other values
//## share Docs.cs
[Parameter]
public int Rounds { get; set; }

public TestPipeline() => Rounds = 4;

[Stage]
public int Count(FileSet docs)
{
    var (rounds, step) = new Steps(Rounds, 1);
    for (rounds = 0; rounds < Rounds; rounds += step)
    {
    }

    var copy = new Options { Rounds = rounds };
    copy.Rounds++;
    (copy.Rounds, rounds) = (rounds, copy.Rounds);
    return docs.Count * copy.Rounds;
}

private sealed record Steps(int Rounds, int Step);

private sealed class Options
{
    public int Rounds { get; set; }
}
