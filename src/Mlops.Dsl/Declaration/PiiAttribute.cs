namespace Mlops.Dsl;

/// <summary>
/// Marks a column that holds personal data: what tells, alone or beside other data, which person a row is about. The compiler follows its
/// values: before one reaches a feature, a model, a log, a message or an artifact without such a column, it has to pass
/// <see cref="PersonalData"/> or a method with
/// <see cref="DeidentifiesAttribute"/>. A validation message never shows one.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PiiAttribute : Attribute;
