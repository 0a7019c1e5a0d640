//# fault: a helper that is given the pipeline moves its parameter on
//## share Docs.cs
[Parameter]
public int Seed { get; set; } = 3;

[Stage]
public int Count(FileSet docs) => docs.Count + Seeds.Next(this);

//## Seeds.cs
public static class Seeds
{
    public static int Next(TestPipeline pipeline)
    {
        {|MLP1008:pipeline.Seed|} += 1;
        return pipeline.Seed;
    }
}

//# fault: an extension counts a parameter up
//## share Docs.cs
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    this.Step();
    return docs.Count * Rounds;
}

//## Steps.cs
public static class Steps
{
    public static void Step(this TestPipeline run) => {|MLP1008:run.Rounds|}++;
}

//# fault: a base class of helpers has the pipeline
//## share Docs.cs
[Parameter]
public double Rate { get; set; } = 3;

[Stage]
public double Count(FileSet docs) => new Tuner(this).Tuned() * docs.Count;

//## Tuner.cs
public abstract class Helper(TestPipeline owner)
{
    protected void Set(double rate) => {|MLP1008:owner.Rate|} = rate;
}

public sealed class Tuner(TestPipeline owner) : Helper(owner)
{
    public double Tuned()
    {
        Set(0.5);
        return 2;
    }
}

//# clean: helpers read parameters, and another pipeline of a test is set up
//## share Docs.cs
[Parameter]
public int Seed { get; set; } = 3;

[Stage]
public int Count(FileSet docs) => docs.Count + Seeds.Next(this);

//## Seeds.cs
public static class Seeds
{
    public static int Next(TestPipeline pipeline)
    {
        var seed = pipeline.Seed;
        seed += 1;
        return seed + new TestPipeline { Seed = seed }.Seed;
    }
}
