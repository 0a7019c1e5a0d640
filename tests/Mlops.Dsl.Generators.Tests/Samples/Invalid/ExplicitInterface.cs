using Mlops.Dsl;
public interface ISteps { int Count(); int Seed { get; init; } }
[Pipeline("p")] public sealed partial class P : ISteps { [Stage] int ISteps.Count() => 1; [Parameter] int ISteps.Seed { get; init; } }
