// errors: CS0311 CS0311 CS0311 CS0311 CS0315
using Mlops.Dsl;
public abstract class Animal { public int Legs { get; set; } }
public record Rock(int Weight);
public record Closing<T>(T Value) where T : IDisposable;
public record Sorted<T>(T Value) where T : IComparable<T>;
public record Cage<T>(T Value) where T : Animal;
public record Pair<T, U>(T First, U Second) where T : U;
public class Outer<T> where T : Animal { public record Inner(int X); }
[Pipeline("p")] public sealed partial class P { [Stage] public Closing<int> A() => null!; [Stage] public Sorted<Rock> B() => null!; [Stage] public List<Cage<Rock>> C() => null!; [Stage] public Pair<Rock, Animal> D() => null!; [Stage] public Outer<Rock>.Inner E() => null!; }
