namespace Mlops.Dsl.ServeChild;

/// <summary>
/// A logistic regression of one column: the probability is sigmoid(0.01 · age + bias), so that an answer tells which model gave it.
/// </summary>
public static class TinyModel
{
    /// <summary>The model with a bias.</summary>
    public static Model<Application, IncomeScore> Create(float bias) =>
        Model<Application, IncomeScore>.FromOnnx(
            new OnnxBytes()
                .Node("Mul", "scaled", "Age", "weight")
                .Node("Add", "logit", "scaled", "bias")
                .Node("Sigmoid", "Probability", "logit")
                .Node("Greater", "Over50K", "Probability", "half")
                .Constant("weight", 0.01f)
                .Constant("bias", bias)
                .Constant("half", 0.5f)
                .Input("Age", OnnxElement.Float)
                .Output("Over50K", OnnxElement.Bool)
                .Output("Probability", OnnxElement.Float)
                .ToArray(),
            new OnnxImportOptions { Trainer = "by hand" }
        );

    /// <summary>What the model with a bias says of an age.</summary>
    public static float Probability(int age, float bias) => 1 / (1 + MathF.Exp(-((0.01f * age) + bias)));
}
