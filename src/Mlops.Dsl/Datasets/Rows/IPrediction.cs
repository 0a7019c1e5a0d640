namespace Mlops.Dsl;

/// <summary>
/// What the generator writes for a <see cref="PredictionAttribute">[Prediction]</see> type: its columns are the outputs of a model.
/// </summary>
/// <typeparam name="TSelf">The prediction type itself.</typeparam>
public interface IPrediction<TSelf> : IRow<TSelf>
    where TSelf : IPrediction<TSelf>;
