namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>A verb before its command is built: the command of a verb that is not asked for stays a name and a summary.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Build">Adds the verb's arguments, options and action.</param>
internal sealed record Verb(string Name, string Summary, Action<VerbCommand, VerbScope> Build);
