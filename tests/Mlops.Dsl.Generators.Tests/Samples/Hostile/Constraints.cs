#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

public abstract class Animal { public int Legs { get; set; } }
public class Dog : Animal { }
public record Sorted<T>(T Value) where T : IComparable<T>;
public record Cage<T>(T Value) where T : Animal;
public record Many<T>(T Value) where T : IEnumerable<object>;
public record Named<T>(T Value) where T : struct, Enum;
public record Pair<T, U>(T First, U Second) where T : U;
public record Boxed<T>(List<T> Value) where T : notnull, IEquatable<T>;
public class Outer<T> where T : Animal { public record Inner<U>(U X) where U : IEnumerable<T[]>; public record Plain(int X); }

[Pipeline("constraints")]
public sealed partial class P
{
    [Stage] public Sorted<int> A() => new(1);
    [Stage] public Cage<Dog> B() => new(new());
    [Stage] public Many<List<string>> C() => new([]);
    [Stage] public Named<DayOfWeek> D() => new(DayOfWeek.Monday);
    [Stage] public Pair<Dog, Animal> E() => new(new(), new Dog());
    [Stage] public Boxed<string> F() => new([]);
    [Stage] public Outer<Dog>.Plain G() => new(1);
}
