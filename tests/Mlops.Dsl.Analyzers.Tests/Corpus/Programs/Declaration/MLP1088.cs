//# fault: the names say it all, it seems
//## Rows.cs
[Prediction]
public readonly partial record struct {|MLP1088:ChurnScore|}(bool PredictedLabel, float Probability, float Score);

//# fault: the attribute of one label was copied to the next
//## Rows.cs
[Prediction]
public sealed partial record {|MLP1088:Diagnosis|}([PredictedLabel] bool Ill, [PredictedLabel] bool Contagious, [Probability] float Probability);

//# fault: one property for two outputs
//## Rows.cs
[Prediction]
public readonly partial record struct {|MLP1088:PriceAnswer|}([Score, PredictedLabel] float Price);

//# fault: a prediction that is a row, to be stored as one
//## Rows.cs
[Row, Prediction]
public sealed partial record {|MLP1088:Forecast|}([RowKey] string Product, [Score] double Demand);

//# clean: everything that a model can say, and something that it does not
//## Rows.cs
public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
}

[Prediction]
public sealed partial record FlowerAnswer([PredictedLabel] Species Species, [Score] float[] Scores, string? Remark);

//# clean: outputs of a base record
//## Rows.cs
public abstract record Scored([property: Score] double Value);

[Prediction]
public sealed partial record PriceAnswer(double Value) : Scored(Value);
