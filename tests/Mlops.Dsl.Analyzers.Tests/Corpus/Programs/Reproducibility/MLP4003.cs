//# fault: an extension method
[Stage]
public int Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static int Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4003:Random.Shared|}.Next();
}

//# fault: another part of the class
[Stage]
public int Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private int Own() => {|MLP4003:Random.Shared|}.Next();
}

//# fault: a property
[Stage]
public int Make() => Made;

private int Made => {|MLP4003:Random.Shared|}.Next();

//# fault: the constructor of a helper
[Stage]
public int Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4003:Random.Shared|}.Next();

    public int Value { get; }
}

//# fault: the initializer of a static field
[Stage]
public int Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly int Value = {|MLP4003:Random.Shared|}.Next();
}

//# fault: a closure
[Stage]
public int Make()
{
    var calls = 0;
    int Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4003:Random.Shared|}.Next();
    Func<int> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public int Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static int operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4003:Random.Shared|}.Next();
}

//# fault: an iterator
[Stage]
public int Make() => All().First();

private static IEnumerable<int> All()
{
    yield return {|MLP4003:Random.Shared|}.Next();
}

//# fault: a helper of a helper
[Stage]
public int Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static int Make() => Inner.Make(); }

public static class Inner { public static int Make() => {|MLP4003:Random.Shared|}.Next(); }

//# clean: a seed of its own
[Parameter]
public int Seed { get; init; } = 7;

[Stage]
public int Draw() => new Random(Seed).Next();

//# clean: the generator of the context in a lambda
[Stage]
public int[] Draw(StageContext context) => [.. Enumerable.Range(0, 9).OrderBy(_ => context.Random.Next())];

//# clean: a generator that a helper is given
[Stage]
public int Draw(StageContext context) => Dice.Throw(context.CreateRandom(3));

//## Dice.cs
public static class Dice { public static int Throw(Random random) => random.Next(6); }

//# clean: a type named Random
[Stage]
public int Draw() => new Custom.Random().Next();

//## Custom.cs
namespace Custom { public sealed class Random { public int Next() => 4; } }
