namespace Mlops.Dsl;

/// <summary>
/// Marks an exception whose message tells a person, in whole sentences, what was wrong and what to do. A stage that fails by it is reported
/// with this message alone; of any other exception the type is half of the message.
/// </summary>
public interface IExplainedFailure;
