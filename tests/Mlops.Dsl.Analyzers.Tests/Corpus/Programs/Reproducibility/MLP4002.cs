//# fault: a pattern
[Stage]
public Guid Make() => {|MLP4002:Guid.NewGuid()|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public Guid Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out Guid made) => made = {|MLP4002:Guid.NewGuid()|};

//# fault: an async stream
[Stage]
public async Task<Guid> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<Guid> Stream()
{
    await Task.Yield();
    yield return {|MLP4002:Guid.NewGuid()|};
}

//# fault: an override of a base class
[Stage]
public Guid Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract Guid Make(); }

public sealed class OwnMaker : Maker { public override Guid Make() => {|MLP4002:Guid.NewGuid()|}; }

//# fault: an implementation of an interface
[Stage]
public Guid Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { Guid Make(); }

public sealed class OwnMaker : IMaker { public Guid Make() => {|MLP4002:Guid.NewGuid()|}; }

//# fault: an extension method
[Stage]
public Guid Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static Guid Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4002:Guid.NewGuid()|};
}

//# fault: another part of the class
[Stage]
public Guid Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private Guid Own() => {|MLP4002:Guid.NewGuid()|};
}

//# fault: a property
[Stage]
public Guid Make() => Made;

private Guid Made => {|MLP4002:Guid.NewGuid()|};

//# fault: the constructor of a helper
[Stage]
public Guid Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4002:Guid.NewGuid()|};

    public Guid Value { get; }
}

//# clean: the name of a temporary file
[Stage]
public int Fit(StageContext context)
{
    using var file = context.CreateFile(Guid.NewGuid() + ".tmp");
    return file.CanWrite ? 1 : 0;
}

//# clean: an identifier in a log
[Stage]
public int Fit(StageContext context)
{
    var attempt = Guid.NewGuid();
    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(context.Logger, "attempt {Attempt}", attempt);
    return 1;
}

//# clean: an identifier of the content
[Stage]
public Guid Make() => new(System.Security.Cryptography.MD5.HashData("row"u8));
