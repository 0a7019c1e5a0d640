namespace Mlops.Dsl.Serving;

/// <summary>A method of a service, as the generator describes it: which published model answers, and where.</summary>
public abstract class PredictMethod
{
    private protected PredictMethod(string name, string path, string model, string alias)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentException.ThrowIfNullOrEmpty(alias);
        (Name, Path, Model, Alias) = (name, path, model, alias);
    }

    /// <summary>The method's name.</summary>
    public string Name { get; }

    /// <summary>The last part of its endpoint's path, such as <c>score</c>.</summary>
    public string Path { get; }

    /// <summary>The published entry whose model answers.</summary>
    public string Model { get; }

    /// <summary>The alias whose version answers.</summary>
    public string Alias { get; }

    /// <summary>What it is for, in a sentence or more; null where nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>What is told later as the right answer; null where the input is a view of no row with a label.</summary>
    public FeedbackLabel? Label { get; init; }

    /// <summary>Hands the method to who needs to know its types.</summary>
    public abstract TResult Accept<TResult>(IPredictMethodVisitor<TResult> visitor);
}

/// <summary>A typed method of a service.</summary>
/// <typeparam name="TInput">What is sent.</typeparam>
/// <typeparam name="TPrediction">What is predicted.</typeparam>
/// <param name="name">The method's name.</param>
/// <param name="path">The last part of its endpoint's path.</param>
/// <param name="model">The published entry whose model answers.</param>
/// <param name="alias">The alias whose version answers.</param>
public sealed class PredictMethod<TInput, TPrediction>(string name, string path, string model, string alias = "champion") : PredictMethod(name, path, model, alias)
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    /// <inheritdoc />
    public override TResult Accept<TResult>(IPredictMethodVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }
}

/// <summary>Does something with a method whose types only the method knows.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
public interface IPredictMethodVisitor<out TResult>
{
    /// <summary>Visits a method.</summary>
    TResult Visit<TInput, TPrediction>(PredictMethod<TInput, TPrediction> method)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>;
}
