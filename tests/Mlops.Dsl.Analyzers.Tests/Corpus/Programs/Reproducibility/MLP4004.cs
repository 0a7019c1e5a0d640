//# fault: a closure
[Stage]
public int Make()
{
    var calls = 0;
    int Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4004:"token".GetHashCode()|} % 64;
    Func<int> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public int Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static int operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: an iterator
[Stage]
public int Make() => All().First();

private static IEnumerable<int> All()
{
    yield return {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: a helper of a helper
[Stage]
public int Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static int Make() => Inner.Make(); }

public static class Inner { public static int Make() => {|MLP4004:"token".GetHashCode()|} % 64; }

//# fault: a local function
[Stage]
public int Make()
{
    return Inner();

    int Inner() => {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: a lambda in a local
[Stage]
public int Make()
{
    Func<int> make = () => {|MLP4004:"token".GetHashCode()|} % 64;
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public int Make() => Runner.Run(() => {|MLP4004:"token".GetHashCode()|} % 64);

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public int Make()
{
    var (made, _) = ({|MLP4004:"token".GetHashCode()|} % 64, 1);
    return made;
}

//# fault: a pattern
[Stage]
public int Make() => {|MLP4004:"token".GetHashCode()|} % 64 is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# clean: numbers hash to themselves
[Stage]
public int Bucket() => 12345.GetHashCode() % 64;

//# clean: a hash code that a hash code is made of
[Stage]
public int Distinct() => new HashSet<Token> { new("a"), new("b") }.Count;

//## Token.cs
public sealed class Token(string text) : IEquatable<Token>
{
    public bool Equals(Token? other) => other?.ToString() == text;

    public override bool Equals(object? obj) => Equals(obj as Token);

    public override int GetHashCode() => HashCode.Combine(text, 1);

    public override string ToString() => text;
}

//# clean: a hash of the bytes
[Stage]
public int Bucket() => System.Security.Cryptography.SHA256.HashData("token"u8)[0];

//# clean: a comparer
[Stage]
public int Distinct() => new HashSet<string>(new FirstLetter()) { "ab", "ac" }.Count;

//## FirstLetter.cs
public sealed class FirstLetter : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => x?[0] == y?[0];

    public int GetHashCode(string obj) => obj[..1].GetHashCode();
}
