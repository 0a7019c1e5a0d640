//# clean: helpers with the names and attributes' looks of stages
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Enumerable.Range(0, docs.Count).Select(Twice).Sum() + new Inner().Count(docs) + Local();

private int Twice(int number) => number * 2;

private int Local()
{
    return Count() + 1;

    static int Count() => 3;
}

private sealed class Inner
{
    public int Count(FileSet docs) => docs.Count;
}

//# clean: a published name and a stage that share theirs, generics and nullable results
//## share Houses.cs
//## share Trained.cs
[Publish("price-v2", Purpose = "pricing"), When(nameof(Accurate))]
public async ValueTask<PriceModel> Release(PriceModel fit, CancellationToken token)
{
    await Task.Delay(1, token);
    return fit;
}

[Stage]
public PriceModel? Maybe(PriceModel fit) => fit.Slope > 0 ? fit : null;

[Stage]
public double Slope(PriceModel? maybe) => maybe?.Slope ?? 0;

//# clean: stage methods are called by a test class and by another class of the project
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

//## Tests.cs
public sealed class Tests
{
    public int Counts() => new TestPipeline().Count(new FileSet([]));
}
