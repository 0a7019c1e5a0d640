#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

public record O(int value, int writer, int reader, int shape, int Instance, int TypeName, int Describe, int[] CodecOfX, int[] X, int name, int known, int @class, int a, int A,
    List<int> _codecOfX, int WriteMembers, int Schema, int NotNull, string Str);

public abstract record Shape
{
    public sealed record known(int X) : Shape;
    public sealed record name(string Y) : Shape;
    public sealed record value : Shape;
    public sealed record @switch(Shape? In) : Shape;
}

public struct St { public int X; public (int A, string? B) T; public fixed_t F; public struct fixed_t { public int Q; } }

public partial class Outer
{
    public sealed record X(int V);

    public partial class Mid
    {
        public sealed record X(string W);

        [Pipeline("object-members")]
        public sealed partial class P
        {
            public sealed record X2(X A, Outer.X B);
            [Stage] public X A() => null!;
            [Stage] public Outer.X B() => null!;
            [Stage] public X2 C() => null!;
            [Stage] public O D() => null!;
            [Stage] public Shape E() => null!;
            [Stage] public St F() => default;
            [Stage] public Shape.known G() => null!;
        }
    }
}
