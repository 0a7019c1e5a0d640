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
