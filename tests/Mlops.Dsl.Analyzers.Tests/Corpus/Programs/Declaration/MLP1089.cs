//# fault: a probability in per cent
//## Rows.cs
[Prediction]
public readonly partial record struct ChurnScore([PredictedLabel] bool Leaves, [Probability] int {|MLP1089:Percent|});

//# fault: money taught it to use decimals
//## Rows.cs
[Prediction]
public sealed partial record ChurnScore
{
    [PredictedLabel]
    public bool Leaves { get; init; }

    [Probability]
    public decimal {|MLP1089:Probability|} { get; init; }
}

//# fault: a probability for each of three classes
//## Rows.cs
[Prediction]
public sealed partial record FlowerAnswer([PredictedLabel] string Species, [Probability] float[] {|MLP1089:Probabilities|});

//# fault: a whole number in a base record
//## Rows.cs
public abstract record Scored([property: Probability] int Percent);

[Prediction]
public sealed partial record {|MLP1089:ChurnScore|}(int Percent) : Scored(Percent);

//# clean: a double, and a score that is a whole number
//## Rows.cs
[Prediction]
public readonly partial record struct ChurnScore([PredictedLabel] bool Leaves, [Probability] double Probability);

[Prediction]
public readonly partial record struct RiskClass([Score] int Points);
