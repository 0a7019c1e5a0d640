namespace Mlops.Dsl;

/// <summary>What a <see cref="NotifyAttribute">[Notify]</see> stage has to tell.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The rest, as plain text.</param>
public sealed record Notice(string Subject, string Text);
